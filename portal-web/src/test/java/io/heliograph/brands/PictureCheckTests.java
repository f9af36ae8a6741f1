package io.heliograph.brands;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.brands.PictureResult.Accepted;
import io.heliograph.brands.PictureResult.Reason;
import io.heliograph.brands.PictureResult.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureCheckTests {

    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    private static final int WIDTH_AT = 16;

    @Test
    void takesPngAsItIs() {
        Picture picture = accepted(PIXEL);

        assertThat(picture.content()).isEqualTo(PIXEL);
        assertThat(picture.mediaType()).isEqualTo("image/png");
        assertThat(picture.fileName()).matches("[0-9a-f]{24}\\.png");
    }

    @Test
    void takesTwoThousandPixelsAndNotOneMore() {
        byte[] large = ByteBuffer.wrap(PIXEL.clone()).putInt(WIDTH_AT, 2_000).array();
        byte[] larger = ByteBuffer.wrap(PIXEL.clone()).putInt(WIDTH_AT, 2_001).array();

        assertThat(PictureCheck.check(PictureKind.LOGO, large)).isInstanceOf(Accepted.class);
        assertThat(PictureCheck.check(PictureKind.LOGO, larger)).isEqualTo(new Refused(Reason.TOO_MANY_PIXELS));
    }

    @Test
    void takesFilesUpToTheSizeOfTheirKind() {
        byte[] icon = padded(50_000);
        byte[] tooLarge = padded(50_001);

        assertThat(PictureCheck.check(PictureKind.ICON, icon)).isInstanceOf(Accepted.class);
        assertThat(PictureCheck.check(PictureKind.ICON, tooLarge)).isEqualTo(new Refused(Reason.TOO_LARGE));
        assertThat(PictureCheck.check(PictureKind.LOGO, tooLarge)).isInstanceOf(Accepted.class);
        assertThat(PictureCheck.check(PictureKind.LOGO, new byte[0])).isEqualTo(new Refused(Reason.EMPTY));
    }

    @Test
    void refusesWhatIsNeither() {
        assertThat(reason("GIF89a")).isEqualTo(Reason.UNKNOWN);
        assertThat(reason("<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>"))
                .isEqualTo(Reason.UNKNOWN);
        assertThat(reason("<svg><path d='M0 0'/></svg>")).isEqualTo(Reason.UNKNOWN);
        assertThat(reason(svg("<path d='M0 0'>"))).isEqualTo(Reason.UNKNOWN);
        assertThat(PictureCheck.check(PictureKind.LOGO, Arrays.copyOf(PIXEL, PIXEL.length - 1)))
                .isEqualTo(new Refused(Reason.UNKNOWN));
    }

    @Test
    void keepsWhatDraws() {
        String cleaned = cleaned("""
                <?xml version="1.0"?>
                <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">
                <style>.a{fill:#123456}</style><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>
                </defs><g transform="scale(2)"><path class="a" d="M1 2" style="stroke:url(#g)"/><use xlink:href="#g"/></g>
                <text x="1">A &amp; B</text></svg>
                """);

        assertThat(cleaned)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">")
                .contains(
                        ".a{fill:#123456}", "linearGradient", "stroke:url(#g)", "href=\"#g\"", "A &amp; B", "scale(2)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<path d='M0 0' onclick='alert(1)'/>",
                "<a href='javascript:alert(1)'><path d='M0 0'/></a>",
                "<use href='https://evil.test/x.svg#a'/>",
                "<use href='data:image/svg+xml,evil'/>",
                "<style>@import 'https://evil.test/x.css';</style>",
                "<style>path{fill:url(https://evil.test/x)}</style>",
                "<rect style=\"fill:url('//evil.test/x')\"/>",
                "<rect fill='url( evil.svg#a )'/>",
                "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>evil</body></foreignObject>",
                "<evil:path xmlns:evil='http://evil.test/evil' evil:onload='evil'/>",
                "<animate attributeName='href' to='javascript:evil'/>",
                "<set attributeName='onload' to='evil'/>",
                "<handler>evil</handler>"
            })
    void leavesBehindWhatActsOrReachesOut(String danger) {
        String cleaned = cleaned(svg("<path d='M0 0'/>" + danger));

        assertThat(cleaned).doesNotContain("evil", "alert", "script", "onclick", "javascript", "@import", "data:");
    }

    @Test
    void resolvesNoEntities() {
        String bomb = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>" + svg("<text>&b;</text>");
        String file = "<!DOCTYPE svg [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>" + svg("<text>&f;</text>");

        assertThat(shown(bomb)).doesNotContain("aaaa");
        assertThat(shown(file)).doesNotContain("root");
    }

    @Test
    void refusesWhatWouldShowNothingOrIsTooDeep() {
        assertThat(reason(svg("<image href='data:image/png;base64,AAAA'/><path d='M0 0'/>")))
                .isEqualTo(Reason.SVG_WITH_PICTURE);
        assertThat(reason(svg("<g/>"))).isEqualTo(Reason.SVG_WITHOUT_SHAPES);
        assertThat(reason(svg("<g>".repeat(15_000) + "<path d='M0 0'/>" + "</g>".repeat(15_000))))
                .isEqualTo(Reason.UNKNOWN);
        assertThat(check(svg("<g>".repeat(98) + "<path d='M0 0'/>" + "</g>".repeat(98))))
                .isInstanceOf(Accepted.class);
    }

    private static byte[] padded(int size) {
        String drawing = svg("<path d='M0 0'/>");
        return (drawing + " ".repeat(size - drawing.length())).getBytes(StandardCharsets.UTF_8);
    }

    private static String svg(String content) {
        return "<svg xmlns='http://www.w3.org/2000/svg'>" + content + "</svg>";
    }

    private static PictureResult check(String file) {
        return PictureCheck.check(PictureKind.LOGO, file.getBytes(StandardCharsets.UTF_8));
    }

    private static Reason reason(String file) {
        return ((Refused) check(file)).reason();
    }

    private static String cleaned(String file) {
        return text((Accepted) check(file.strip()));
    }

    private static String text(Accepted accepted) {
        return new String(accepted.picture().content(), StandardCharsets.UTF_8);
    }

    private static String shown(String file) {
        return switch (check(file)) {
            case Accepted accepted -> text(accepted);
            case Refused refused -> refused.toString();
        };
    }

    private static Picture accepted(byte[] file) {
        return ((Accepted) PictureCheck.check(PictureKind.LOGO, file)).picture();
    }
}
