package io.heliograph.email.content;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.Selector;

/**
 * The text of HTML as a reader sees it, a line for each block, without what mail programs mark as quoted or as signature.
 * In one pass, as a mail may consist of hundreds of thousands of elements: nothing is looked for among siblings, and
 * nothing is taken out.
 */
final class HtmlText {

    private static final Evaluator NOT_WRITTEN =
            Selector.evaluatorOf("script, style, head, title, template, blockquote, .gmail_quote, .gmail_attr,"
                    + " .moz-cite-prefix, .moz-signature, .gmail_signature, [data-smartmail=gmail_signature],"
                    + " #divRplyFwdMsg, [hidden], [style~=(?i)display:\\s*none]");

    /** Elements in elements; deeper ones become neighbours. The time for one that is opened grows with those around it. */
    private static final int DEEPEST = 100;

    /** What Outlook puts before the history, which then goes to the end. */
    private static final Set<String> BEFORE_HISTORY = Set.of("appendonsend", "divRplyFwdMsg");

    private static final Set<String> LINES = Set.of(
            "p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "pre", "section",
            "article", "header", "footer", "address", "dl", "dt", "dd", "hr", "center");

    private HtmlText() {}

    static String of(String html) {
        Lines lines = new Lines();
        NodeTraversor.filter(
                lines,
                Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "").body());
        return lines.text.toString();
    }

    private static final class Lines implements NodeFilter {

        private final StringBuilder text = new StringBuilder();
        private final Set<Node> endedWithin = Collections.newSetFromMap(new IdentityHashMap<>());

        @Override
        public FilterResult head(Node node, int depth) {
            Node parent = node.parent();
            if (parent != null && endedWithin.contains(parent)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof Element element && BEFORE_HISTORY.contains(element.id()) && parent != null) {
                endedWithin.add(parent);
            }
            if (node instanceof Element element && element.is(NOT_WRITTEN)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            begin(node);
            return FilterResult.CONTINUE;
        }

        private void begin(Node node) {
            if (node instanceof TextNode words) {
                addWords(words);
            } else if (node instanceof Element element && LINES.contains(element.normalName())) {
                if (element.normalName().equals("br")) {
                    text.append('\n');
                } else {
                    startLine();
                    text.append(element.normalName().equals("li") ? "- " : "");
                }
            }
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (element.normalName().equals("td") || element.normalName().equals("th")) {
                    text.append(' ');
                } else if (element.normalName().equals("p")) {
                    startLine();
                    text.append('\n');
                } else if (LINES.contains(element.normalName())
                        && !element.normalName().equals("br")) {
                    startLine();
                }
            }
            return FilterResult.CONTINUE;
        }

        /** Blanks and line ends of the source are one blank. */
        private void addWords(TextNode words) {
            String plain = words.text();
            boolean isAtStart =
                    text.isEmpty() || text.charAt(text.length() - 1) == '\n' || text.charAt(text.length() - 1) == ' ';
            text.append(isAtStart ? plain.stripLeading() : plain);
        }

        private void startLine() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
