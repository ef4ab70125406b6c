package io.tummler.matching.answerers;

import java.util.Iterator;

/** What the candidates have to do with the asker, with what is going on here, and with such questions. */
final class TieColumns {
    private static final double HOURS_6 = 6 * 3_600;

    private final Table table;
    private final Moment moment;
    private final double now;

    private TieColumns(Table table, Moment moment) {
        this.table = table;
        this.moment = moment;
        this.now = moment.now();
    }

    /** @param expected how likely each candidate is by answers alone */
    static void fill(Table table, Moment moment, double[] expected) {
        var columns = new TieColumns(table, moment);
        columns.asker(expected);
        columns.here();
        columns.code();
        columns.experience();
    }

    private void asker(double[] expected) {
        Member asker = moment.asker();
        Question question = moment.question();
        table.put(Feature.MENTIONED, table.each(member -> question.mentioned().contains(member.key) ? 1 : 0));
        table.put(Feature.TURNED_TO_ASKER, table.each(member -> StrictMath.log1p(member.turnedTo(asker, now))));
        table.put(Feature.ASKER_TURNED_TO, table.each(member -> StrictMath.log1p(asker.turnedTo(member, now))));

        double[] answers = table.each(member -> member.answersTo(asker, now));
        double all = Shares.sum(answers) + 2;
        for (int row = 0; row < answers.length; row++)
            answers[row] = StrictMath.log((answers[row] + 2 * expected[row]) / all / expected[row]);
        table.put(Feature.ANSWERS_TO_ASKER, answers);

        double[] together = new double[table.rows()];
        double weight = 1;
        for (Iterator<Opening> own = asker.ownOpenings.descendingIterator(); own.hasNext(); weight *= .6)
            for (Member writer : own.next().writers()) if (writer.row >= 0) together[writer.row] += weight;
        table.put(Feature.IN_ASKERS_THREADS, together);
    }

    private void here() {
        double[] talking = new double[table.rows()];
        int back = 0;
        for (Iterator<Channel.Said> said = moment.here().lastSaid.descendingIterator(); said.hasNext(); back++) {
            Channel.Said last = said.next();
            if (last.author().row >= 0)
                talking[last.author().row] += StrictMath.exp(-back / 6. - (now - last.at()) / HOURS_6);
        }
        table.put(Feature.TALKING_HERE, talking);

        double[] inThreads = new double[table.rows()];
        double weight = 1;
        for (Iterator<Opening> last = moment.here().lastOpenings.descendingIterator(); last.hasNext(); weight *= .7) {
            Opening opening = last.next();
            for (Member writer : opening.writers())
                if (writer.row >= 0 && opening.starter().filter(writer::equals).isEmpty())
                    inThreads[writer.row] += weight;
        }
        table.put(Feature.IN_LAST_THREADS_HERE, inThreads);
    }

    private void code() {
        int kind = moment.question().hasCode() ? 1 : 0;
        double[] such = table.each(member -> member.answersByCode[kind].at(now));
        double[] all = table.each(member -> member.answersByCode[0].at(now) + member.answersByCode[1].at(now));
        double expected = (Shares.sum(such) + .5) / (Shares.sum(all) + 1);
        put(Feature.ANSWERS_ABOUT_CODE, such, all, expected);
    }

    private void experience() {
        int kind = moment.asker().experience();
        double[] such = table.each(member -> member.answersByAskers[kind].at(now));
        double[] all = table.each(member -> {
            double sum = 0;
            for (Decayed answers : member.answersByAskers) sum += answers.at(now);
            return sum;
        });
        double expected = (Shares.sum(such) + .5) / (Shares.sum(all) + 1.5);
        put(Feature.ANSWERS_TO_NEWCOMERS, such, all, expected);
    }

    private void put(Feature feature, double[] such, double[] all, double expected) {
        double[] lifts = new double[such.length];
        for (int row = 0; row < lifts.length; row++) lifts[row] = Shares.logLift(such[row], all[row], 8, expected);
        table.put(feature, lifts);
    }
}
