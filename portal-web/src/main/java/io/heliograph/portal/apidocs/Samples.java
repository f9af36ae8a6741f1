package io.heliograph.portal.apidocs;

import java.util.stream.Collectors;

/** Writes a call of an operation as a program, ready to be copied. */
final class Samples {

    static final String KEY = "YOUR-KEY";
    private static final String SOME_ID = "0193a1c2-5b7e-7c31-9d0a-2f6f0a5b7c11";
    private static final String SOME_NAME = "order-4711";

    private final String base;

    /** @param base the address of the API, such as {@code https://example.com/api/v1} */
    Samples(String base) {
        this.base = base;
    }

    /** What gets a token from an address, for a terminal. */
    static String token(String url) {
        return "curl -u 'YOUR-CLIENT-ID:YOUR-SECRET' -d grant_type=client_credentials " + quoted(url);
    }

    String of(Operation operation, Language language) {
        String url = base + operation.path().replaceAll("\\{[^}]+}", SOME_ID);
        boolean keyed = operation.method().equals("POST");
        String body = operation.exampleBody();
        return switch (language) {
            case CURL -> curl(operation.method(), url, keyed, body);
            case JAVA -> java(operation.method(), url, keyed, body);
            case PYTHON -> python(operation.method(), url, keyed, body);
            case PHP -> php(operation.method(), url, keyed, body);
            case CSHARP -> csharp(operation.method(), url, keyed, body);
        };
    }

    private static String curl(String method, String url, boolean keyed, String body) {
        return (method.equals("GET") ? "curl " : "curl -X " + method + " ")
                + quoted(url)
                + " \\\n  -H 'Authorization: Bearer " + KEY + "'"
                + (keyed ? " \\\n  -H 'Idempotency-Key: " + SOME_NAME + "'" : "")
                + (body.isEmpty() ? "" : " \\\n  -H 'Content-Type: application/json' \\\n  -d " + quoted(body));
    }

    private static String java(String method, String url, boolean keyed, String body) {
        String publisher = body.isEmpty()
                ? "HttpRequest.BodyPublishers.noBody()"
                : "HttpRequest.BodyPublishers.ofString(\"\"\"\n" + indented(body, 8) + "\n        \"\"\")";
        return """
                HttpRequest request = HttpRequest.newBuilder(URI.create("%s"))
                    .header("Authorization", "Bearer %s")
                %s%s    .method("%s", %s)
                    .build();
                HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString());
                System.out.println(response.statusCode() + " " + response.body());""".formatted(
                        url,
                        KEY,
                        keyed ? "    .header(\"Idempotency-Key\", \"" + SOME_NAME + "\")\n" : "",
                        body.isEmpty() ? "" : "    .header(\"Content-Type\", \"application/json\")\n",
                        method,
                        publisher);
    }

    private static String python(String method, String url, boolean keyed, String body) {
        return """
                import json, requests

                response = requests.request(
                    "%s",
                    "%s",
                    headers={
                        "Authorization": "Bearer %s",%s
                    },%s
                )
                print(response.status_code, response.text)""".formatted(
                        method,
                        url,
                        KEY,
                        keyed ? "\n        \"Idempotency-Key\": \"" + SOME_NAME + "\"," : "",
                        body.isEmpty() ? "" : "\n    json=json.loads(r'''\n" + indented(body, 8) + "\n    '''),");
    }

    private static String php(String method, String url, boolean keyed, String body) {
        return """
                $call = curl_init('%s');
                curl_setopt_array($call, [
                    CURLOPT_CUSTOMREQUEST => '%s',
                    CURLOPT_RETURNTRANSFER => true,
                    CURLOPT_HTTPHEADER => [
                        'Authorization: Bearer %s',%s%s
                    ],%s
                ]);
                $body = curl_exec($call);
                echo curl_getinfo($call, CURLINFO_RESPONSE_CODE), ' ', $body;""".formatted(
                        url,
                        method,
                        KEY,
                        keyed ? "\n        'Idempotency-Key: " + SOME_NAME + "'," : "",
                        body.isEmpty() ? "" : "\n        'Content-Type: application/json',",
                        body.isEmpty()
                                ? ""
                                : "\n    CURLOPT_POSTFIELDS => <<<'JSON'\n" + indented(body, 8) + "\n        JSON,");
    }

    private static String csharp(String method, String url, boolean keyed, String body) {
        return """
                using var client = new HttpClient();
                using var request = new HttpRequestMessage(HttpMethod.%s, "%s");
                request.Headers.Add("Authorization", "Bearer %s");
                %s%svar response = await client.SendAsync(request);
                Console.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");""".formatted(
                        method.charAt(0) + method.substring(1).toLowerCase(java.util.Locale.ROOT),
                        url,
                        KEY,
                        keyed ? "request.Headers.Add(\"Idempotency-Key\", \"" + SOME_NAME + "\");\n" : "",
                        body.isEmpty()
                                ? ""
                                : "request.Content = new StringContent(\"\"\"\n" + indented(body, 4)
                                        + "\n    \"\"\", System.Text.Encoding.UTF8, \"application/json\");\n");
    }

    /** For a shell; a quote in it is written outside of the quotes. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String indented(String text, int by) {
        return text.lines().map(" ".repeat(by)::concat).collect(Collectors.joining("\n"));
    }
}
