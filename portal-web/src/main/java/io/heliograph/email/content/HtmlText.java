package io.heliograph.email.content;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of HTML as a reader sees it, a line for each block, without what mail programs mark as quoted or as signature. */
final class HtmlText {

    /** The last two are what Outlook puts before the history, which then goes to the end. */
    private static final String NOT_WRITTEN =
            "script, style, head, title, template, blockquote, .gmail_quote, .gmail_attr,"
                    + " .moz-cite-prefix, .moz-signature, .gmail_signature, [data-smartmail=gmail_signature],"
                    + " #appendonsend ~ *, #divRplyFwdMsg, #divRplyFwdMsg ~ *, [hidden], [style~=(?i)display:\\s*none]";

    private static final Set<String> LINES = Set.of(
            "p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "pre", "section",
            "article", "header", "footer", "address", "dl", "dt", "dd", "hr", "center");

    private HtmlText() {}

    static String of(String html) {
        Document page = Jsoup.parse(html);
        page.select(NOT_WRITTEN).remove();
        Lines lines = new Lines();
        NodeTraversor.traverse(lines, page.body());
        return lines.text.toString();
    }

    private static final class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
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
        public void tail(Node node, int depth) {
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
