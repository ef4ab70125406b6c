package io.tummler.community;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.tummler.api.Button;
import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /me export}, and {@code community.export:PART} for what does not fit into one message. */
@Singleton
class Export implements ButtonAction {
    /** Leaves room in the 2,000 characters of a message for the words around it. */
    private static final int PART_LENGTH = 1_700;

    private final List<Holding> holdings;
    private final ObjectMapper json;

    Export(@All List<Holding> holdings, ObjectMapper json) {
        this.holdings =
                holdings.stream().sorted(Comparator.comparing(Holding::name)).toList();
        this.json = json;
    }

    @Override
    public String name() {
        return "community.export";
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message press(Call call) {
        return part(call.member(), call.argument().matches("[0-9]{1,4}") ? Integer.parseInt(call.argument()) : 0);
    }

    Message part(MemberId member, int part) {
        String all = json(member);
        int parts = (all.length() + PART_LENGTH - 1) / PART_LENGTH;
        int here = Math.min(part, parts - 1);
        String text = all.substring(cut(all, here), cut(all, here + 1));
        var said = new Says.Exported(text, here + 1, parts);
        return here + 1 == parts
                ? Message.of(said)
                : Message.of(
                        said,
                        new Button(new Says.NextPart(), Button.Style.PRIMARY, name(), Integer.toString(here + 1)));
    }

    /** Where a part begins: never in the middle of a character that takes two. */
    private static int cut(String all, int part) {
        int at = Math.min(all.length(), part * PART_LENGTH);
        return at < all.length() && Character.isLowSurrogate(all.charAt(at)) ? at + 1 : at;
    }

    private String json(MemberId member) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Holding holding : holdings) all.put(holding.name(), holding.export(member));
        try {
            // Backticks would end the block of code that the export is shown in.
            return json.writerFor(Map.class)
                    .withDefaultPrettyPrinter()
                    .writeValueAsString(all)
                    .replace("`", "\\u0060");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a holding exports values that are not JSON", e);
        }
    }
}
