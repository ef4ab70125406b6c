package io.tummler.chat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What is logged while it is open, at whichever level is on, with all that stands in a stack trace. */
final class Logged extends Handler {
    private final List<String> said = new CopyOnWriteArrayList<>();

    Logged() {
        Logger.getLogger("").addHandler(this);
    }

    List<String> said() {
        return said;
    }

    @Override
    public void publish(LogRecord record) {
        var line = new StringWriter();
        line.append(record instanceof ExtLogRecord known ? known.getFormattedMessage() : record.getMessage());
        if (record.getThrown() != null) record.getThrown().printStackTrace(new PrintWriter(line, true));
        said.add(line.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
