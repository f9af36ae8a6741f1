package io.heliograph.sheets;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.heliograph.sheets.UnreadableSheetException.Fault;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the cells of a workbook before the library reads them. The library makes room up to any column, computes with
 * any number and fills up the shared texts to any index before our limits are asked; no spreadsheet goes as far as what is
 * refused here. The parser is the library's own: with another, what one refuses the other might read.
 */
final class CellCheck {

    /** XFD. */
    private static final int LAST_COLUMN = 16_384;

    private static final int LETTERS = 26;
    private static final int MOST_CHARACTERS_OF_NUMBER = 1_000;

    /** Types of cells whose values are not computed with. */
    private static final Set<String> TEXTS = Set.of("str", "inlineStr", "e");

    private static final XMLInputFactory XML = parsers();

    private long sharedTexts;
    private int lastSharedText = -1;

    /** Looks at one part of the file, which may also be a picture. */
    void look(InputStream part) {
        Part looked = new Part();
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(part);
            while (xml.hasNext()) {
                looked.next(xml.next(), xml);
            }
        } catch (UnreadableSheetException e) {
            throw e;
        } catch (XMLStreamException | RuntimeException _) { // the parser's words for bytes that are no XML
            if (looked.isSheet) {
                throw new UnreadableSheetException(Fault.UNREADABLE);
            }
        }
    }

    /** After all parts: whether the shared texts are there that cells refer to. */
    void requireSharedTexts() {
        if (lastSharedText >= sharedTexts) {
            throw new UnreadableSheetException(Fault.UNREADABLE);
        }
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static void requireColumn(String reference) {
        int column = 0;
        int length = 0;
        for (int letter = letter(reference, 0); letter > 0; letter = letter(reference, ++length)) {
            column = column * LETTERS + letter;
            if (column > LAST_COLUMN) {
                throw new UnreadableSheetException(Fault.TOO_MANY_COLUMNS);
            }
        }
        if (column == 0) {
            throw new UnreadableSheetException(Fault.UNREADABLE);
        }
    }

    /** From 1 for A; 0 for what is no letter. */
    private static int letter(String reference, int at) {
        char c = at < reference.length() ? reference.charAt(at) : 0;
        if (c >= 'A' && c <= 'Z') {
            return c - 'A' + 1;
        }
        return c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
    }

    /** Where one part has been read to. */
    private final class Part {

        private boolean isSheet;
        private int cellsOfRow;
        private @Nullable String typeOfCell;
        private @Nullable StringBuilder value;

        void next(int event, XMLStreamReader xml) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName(), xml);
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(xml);
                default -> {} // nothing of a cell
            }
        }

        private void start(String element, XMLStreamReader xml) {
            if (value != null) {
                throw new UnreadableSheetException(Fault.UNREADABLE);
            }
            switch (element) {
                case "sheetData" -> isSheet = true;
                case "si" -> sharedTexts++;
                case "c" -> startCell(xml.getAttributeValue(null, "r"), xml.getAttributeValue(null, "t"));
                case "v" -> value = typeOfCell == null || TEXTS.contains(typeOfCell) ? null : new StringBuilder();
                default -> {} // nothing of a cell
            }
        }

        private void startCell(@Nullable String reference, @Nullable String type) {
            if (!isSheet) {
                return;
            }
            if (typeOfCell != null) {
                throw new UnreadableSheetException(Fault.UNREADABLE);
            }
            if (++cellsOfRow > LAST_COLUMN) {
                throw new UnreadableSheetException(Fault.TOO_MANY_COLUMNS);
            }
            if (reference != null) {
                requireColumn(reference);
            }
            typeOfCell = type == null ? "n" : type;
        }

        private void text(XMLStreamReader xml) {
            StringBuilder read = value;
            if (read != null) {
                read.append(xml.getText());
                if (read.length() > MOST_CHARACTERS_OF_NUMBER) {
                    throw new UnreadableSheetException(Fault.UNREADABLE);
                }
            }
        }

        private void end(String element) {
            switch (element) {
                case "row" -> cellsOfRow = 0;
                case "c" -> typeOfCell = null;
                case "v" -> endValue();
                default -> {} // nothing of a cell
            }
        }

        private void endValue() {
            if ("s".equals(typeOfCell) && value != null && !value.isEmpty()) {
                refer(Integer.parseInt(value.toString()));
            }
            value = null;
        }

        private void refer(int sharedText) {
            if (sharedText < 0) {
                throw new UnreadableSheetException(Fault.UNREADABLE);
            }
            lastSharedText = Math.max(lastSharedText, sharedText);
        }
    }
}
