package io.heliograph.brands;

import io.heliograph.brands.PictureResult.Reason;
import io.heliograph.brands.PictureResult.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Copies of an SVG what is needed to look at it: shapes, colours, gradients, text. Scripts, events, links, foreign
 * content, references to anywhere else and everything that is not known here stay behind. Entities are never resolved.
 */
final class Svg {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String STYLE = "style";
    private static final int DEEPEST = 100;

    private static final Set<String> SHAPES =
            Set.of("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "use");
    private static final Set<String> OTHERS = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "title",
            "desc",
            "tspan",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "pattern",
            "marker",
            "filter",
            "feGaussianBlur",
            "feOffset",
            "feBlend",
            "feFlood",
            "feColorMatrix",
            "feComposite",
            "feMerge",
            "feMergeNode",
            STYLE);

    private static final Pattern ATTRIBUTE = Pattern.compile("(?!on)[a-z][A-Za-z0-9-]{0,40}");
    private static final Pattern REFERENCE = Pattern.compile("(?i)url\\(\\s*['\"]?(?!#)");
    private static final Pattern UNSAFE = Pattern.compile("(?i)@import|expression|javascript:|data:|\\\\|<|&|://");

    private final XMLStreamReader in;
    private final XMLStreamWriter out;
    private int shapes;
    private boolean hasPicture;

    private Svg(XMLStreamReader in, XMLStreamWriter out) {
        this.in = in;
        this.out = out;
    }

    static PictureResult clean(byte[] file) {
        ByteArrayOutputStream cleaned = new ByteArrayOutputStream(file.length);
        try {
            XMLStreamReader in = inputs().createXMLStreamReader(new ByteArrayInputStream(file));
            Svg svg = new Svg(in, XMLOutputFactory.newFactory().createXMLStreamWriter(cleaned, "UTF-8"));
            if (!svg.copyRoot()) {
                return new Refused(Reason.UNKNOWN);
            }
            if (svg.hasPicture) {
                return new Refused(Reason.SVG_WITH_PICTURE);
            }
            return svg.shapes == 0
                    ? new Refused(Reason.SVG_WITHOUT_SHAPES)
                    : PictureCheck.accepted(cleaned.toByteArray(), "image/svg+xml", ".svg");
        } catch (XMLStreamException broken) {
            return new Refused(Reason.UNKNOWN);
        }
    }

    private boolean copyRoot() throws XMLStreamException {
        while (in.hasNext() && in.getEventType() != XMLStreamConstants.START_ELEMENT) {
            in.next();
        }
        if (in.getEventType() != XMLStreamConstants.START_ELEMENT
                || !in.getLocalName().equals("svg")
                || !SVG.equals(in.getNamespaceURI())) {
            return false;
        }
        out.setDefaultNamespace(SVG);
        copyElement(1);
        while (in.hasNext()) {
            in.next();
        }
        out.flush();
        return true;
    }

    /** From the start of an element to its end. */
    private void copyElement(int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("Deeper than any drawing");
        }
        String name = in.getLocalName();
        out.writeStartElement(SVG, name);
        if (depth == 1) {
            out.writeDefaultNamespace(SVG);
        }
        copyAttributes();
        shapes += SHAPES.contains(name) ? 1 : 0;
        StringBuilder text = new StringBuilder();
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> copyOrSkip(depth + 1);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
                default -> {}
            }
        }
        if (!text.toString().isBlank() && (!name.equals(STYLE) || isSafe(text.toString()))) {
            out.writeCharacters(text.toString());
        }
        out.writeEndElement();
    }

    private void copyOrSkip(int depth) throws XMLStreamException {
        String name = in.getLocalName();
        boolean ours = SVG.equals(in.getNamespaceURI());
        if (ours && (SHAPES.contains(name) || OTHERS.contains(name))) {
            copyElement(depth);
            return;
        }
        hasPicture |= ours && name.equals("image");
        for (int open = 1; open > 0; ) {
            int event = in.next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
            open -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        }
    }

    private void copyAttributes() throws XMLStreamException {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String name = in.getAttributeLocalName(i);
            String space = in.getAttributeNamespace(i);
            String value = in.getAttributeValue(i);
            boolean link = name.equals("href") && (space == null || space.isEmpty() || space.equals(XLINK));
            if (link) {
                if (value.startsWith("#")) {
                    out.writeAttribute("href", value);
                }
            } else if ((space == null || space.isEmpty())
                    && ATTRIBUTE.matcher(name).matches()
                    && isSafe(value)) {
                out.writeAttribute(name, value);
            }
        }
    }

    private static boolean isSafe(String text) {
        return !REFERENCE.matcher(text).find()
                && !UNSAFE.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    private static XMLInputFactory inputs() {
        XMLInputFactory inputs = XMLInputFactory.newFactory();
        inputs.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        inputs.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        inputs.setXMLResolver((publicId, systemId, baseUri, namespace) -> new ByteArrayInputStream(new byte[0]));
        return inputs;
    }
}
