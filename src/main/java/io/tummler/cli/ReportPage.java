package io.tummler.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.qute.Engine;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** A report as one page that needs nothing but itself: {@code templates/page/replay.html} with ECharts in it. */
final class ReportPage {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Template template;

    ReportPage(Engine templates) {
        this.template = templates.getTemplate("page/replay.html");
    }

    /** Half a character, which people's names can hold and UTF-8 can't, becomes a question mark. */
    void write(Report report, Optional<Comparison> comparison, Path page) throws IOException {
        Files.write(page, of(report, comparison).getBytes(StandardCharsets.UTF_8));
    }

    String of(Report report, Optional<Comparison> comparison) throws IOException {
        Page page = Page.of(report, comparison);
        String plots = JSON.writerFor(JSON.getTypeFactory().constructCollectionType(List.class, Page.Section.class))
                .writeValueAsString(page.sections());
        // Neither JSON nor JavaScript means anything else by it, and no text in them ends its script element.
        return template.data("the", page)
                .data("plots", new RawString(plots.replace("<", "\\u003c")))
                .data("echarts", new RawString(echarts().replace("</script", "<\\/script")))
                .render();
    }

    private static String echarts() throws IOException {
        var about = new Properties();
        about.load(new ByteArrayInputStream(resource("META-INF/maven/org.mvnpm/echarts/pom.properties")));
        return new String(
                resource("META-INF/resources/_static/echarts/" + about.getProperty("version")
                        + "/dist/echarts.common.min.js"),
                StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ReportPage.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) throw new FileNotFoundException("ECharts is not on the classpath: " + name);
            return in.readAllBytes();
        }
    }
}
