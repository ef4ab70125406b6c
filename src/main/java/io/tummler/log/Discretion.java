package io.tummler.log;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Lets everything through, without what members wrote: exceptions quote what they stumbled over (the value that was too
 * long, the row that was there already, the JSON that was none), and JDA logs whole events that it could not read.
 * Application.properties names it for each way out of the log.
 */
@LoggingFilter(name = "discretion")
public final class Discretion implements Filter {
    private static final String JDA = "net.dv8tion.";
    /** Why a start failed is said by this one, and before anybody is heard nothing can be quoted. */
    private static final String START = "io.quarkus.runtime.Application";

    /** From here on JDA quotes: the line is over, or JSON begins. */
    private static final Pattern QUOTATION = Pattern.compile("[\\n{\\[]");

    @Override
    public boolean isLoggable(LogRecord record) {
        if (START.equals(record.getLoggerName())) return true;
        Throwable thrown = record.getThrown();
        if (thrown != null && !(thrown instanceof Muted)) record.setThrown(Muted.of(thrown));
        if (record.getLoggerName() != null && record.getLoggerName().startsWith(JDA)) cut(record);
        return true;
    }

    private static void cut(LogRecord record) {
        @Nullable String message = record instanceof ExtLogRecord whole ? whole.getFormattedMessage() : record.getMessage();
        if (message == null) return;
        Matcher quotation = QUOTATION.matcher(message);
        if (!quotation.find()) return;
        String rest = message.substring(0, quotation.start()) + "(...)";
        if (record instanceof ExtLogRecord whole) whole.setMessage(rest, ExtLogRecord.FormatStyle.NO_FORMAT);
        else record.setMessage(rest);
        record.setParameters(null);
    }
}
