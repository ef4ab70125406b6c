package io.tummler.chat.discord;

import java.util.EnumSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import net.dv8tion.jda.api.utils.cache.CacheFlag;

/**
 * The limit of the intake benchmark: JDA, set up as {@link DiscordPlatform} does it, and a listener that counts messages
 * and says how many when it is asked to.
 */
public final class BareJda implements EventListener {
    private final String theEnd;
    private int heard;

    private BareJda(String theEnd) {
        this.theEnd = theEnd;
    }

    public static void main(String[] args) {
        String restUrl = args[0];
        String token = args[1];
        String theEnd = args[2];
        String gatewayUrl = args[3];
        // As in Tummler; by itself this log manager lets JDA put every frame into words that nobody reads.
        Logger.getLogger("").setLevel(Level.INFO);
        JDABuilder.createLight(token, EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT))
                .setMemberCachePolicy(MemberCachePolicy.NONE)
                .disableCache(EnumSet.allOf(CacheFlag.class))
                .setRestConfig(new RestConfig().setBaseUrl(restUrl))
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return gatewayUrl;
                    }
                })
                .addEventListeners(new BareJda(theEnd))
                .build();
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (!(event instanceof MessageReceivedEvent message)) return;
        if (message.getMessage().getContentRaw().equals(theEnd))
            message.getChannel().sendMessage("heard " + heard).queue();
        else if (!message.getAuthor().isBot()) heard++;
    }
}
