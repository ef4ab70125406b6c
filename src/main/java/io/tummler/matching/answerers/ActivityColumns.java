package io.tummler.matching.answerers;

import java.util.function.ToDoubleFunction;

/** How much, how recently and when the candidates write and answer, here and anywhere. */
final class ActivityColumns {
    private static final double MINUTE = 60;
    /** As long ago as what never was, as a logarithm of minutes: 2.3 years. */
    private static final double NEVER = 14;

    private static final double LN_2 = StrictMath.log(2);

    private final Table table;
    private final Moment moment;
    private final double now;

    private ActivityColumns(Table table, Moment moment) {
        this.table = table;
        this.moment = moment;
        this.now = moment.now();
    }

    static void fill(Table table, Moment moment) {
        var columns = new ActivityColumns(table, moment);
        columns.answers();
        columns.messages();
        columns.times();
        columns.rates();
        columns.hours();
    }

    private void answers() {
        double[] in30Days = table.each(member -> member.answers.at(0, now));
        double[] in90Days = table.each(member -> member.answers.at(1, now));
        double[] inYear = table.each(member -> member.answers.at(2, now));
        double[] first = table.each(member -> member.firstAnswers.at(now));
        table.put(Feature.ANSWERS_HERE_30_DAYS, Shares.log(here(member -> member.answers.at(0, now)), in30Days, 2));
        table.put(Feature.ANSWERS_HERE_90_DAYS, Shares.log(here(member -> member.answers.at(1, now)), in90Days, 2));
        table.put(Feature.ANSWERS_HERE_YEAR, Shares.log(here(member -> member.answers.at(2, now)), inYear, 2));
        table.put(Feature.FIRST_ANSWERS_HERE, Shares.log(here(member -> member.firstAnswers.at(now)), first, 2));
        table.put(Feature.ANSWERS_30_DAYS, Shares.log(in30Days, 1));
        table.put(Feature.ANSWERS_90_DAYS, Shares.log(in90Days, 1));

        int openings = moment.tally().openings;
        int openingsHere = moment.here().openings;
        double[] in30 = table.each(member -> member.answersByOpenings.at(0, openings));
        double[] in100 = table.each(member -> member.answersByOpenings.at(1, openings));
        double[] in30Here = here(member -> member.answersByOpenings.at(0, openingsHere));
        double[] in100Here = here(member -> member.answersByOpenings.at(1, openingsHere));
        table.put(Feature.ANSWERS_HERE_30_OPENINGS, Shares.log(in30Here, in30, 2));
        table.put(Feature.ANSWERS_HERE_100_OPENINGS, Shares.log(in100Here, in100, 2));
        table.put(Feature.ANSWERS_100_OPENINGS, Shares.log(in100, 1));
    }

    private void messages() {
        double[] in30Days = table.each(member -> member.messages.at(0, now));
        double[] in90Days = table.each(member -> member.messages.at(1, now));
        double[] in3000 = table.each(member -> member.messagesByMessages.at(moment.tally().messages));
        double[] in100Here = here(member -> member.messagesByMessages.at(moment.here().messages));
        table.put(Feature.MESSAGES_HERE_30_DAYS, Shares.log(here(member -> member.messages.at(0, now)), in30Days, 3));
        table.put(Feature.MESSAGES_HERE_90_DAYS, Shares.log(here(member -> member.messages.at(1, now)), in90Days, 3));
        table.put(Feature.MESSAGES_30_DAYS, Shares.log(in30Days, 1));
        table.put(Feature.MESSAGES_HERE_100, Shares.log(in100Here, in3000, 3));
    }

    private void times() {
        int messages = moment.tally().messages;
        int messagesHere = moment.here().messages;
        int openingsHere = moment.here().openings;
        table.put(Feature.SINCE_MESSAGE, table.each(member -> since(member.lastMessage)));
        table.put(Feature.SINCE_MESSAGE_HERE, here(member -> since(member.lastMessage)));
        table.put(Feature.SINCE_ANSWER_HERE, here(member -> since(member.lastAnswer)));
        table.put(Feature.MESSAGES_SINCE, table.each(member -> StrictMath.log1p(messages - member.messageNumber)));
        table.put(
                Feature.MESSAGES_SINCE_HERE,
                here(member -> StrictMath.log1p(
                        member.lastMessage == Presence.NEVER
                                ? messagesHere + 20
                                : messagesHere - member.messageNumber)));
        table.put(
                Feature.OPENINGS_SINCE_ANSWER_HERE,
                here(member -> StrictMath.log1p(
                        member.lastAnswer == Presence.NEVER
                                ? openingsHere + 10
                                : openingsHere - member.openingsAtAnswer)));
        table.put(Feature.ACTIVE_NOW, table.each(member -> StrictMath.exp((member.lastMessage - now) / (30 * MINUTE))));
    }

    private double since(double then) {
        return then == Presence.NEVER ? NEVER : StrictMath.log1p((now - then) / MINUTE);
    }

    private void rates() {
        int openings = moment.tally().openings;
        table.put(
                Feature.ANSWERS_PER_QUESTION,
                table.each(
                        member -> StrictMath.log((member.answers.at(1, now) + .5) / (member.questions.at(now) + .5))));
        table.put(
                Feature.ANSWERS_PER_DAY,
                table.each(member -> StrictMath.log((member.answers.at(1, now) + .2) / (member.days.at(now) + 1))));
        table.put(Feature.ANSWERS_PER_OPENING, table.each(member -> {
            double heard = 300 / LN_2 * (1 - StrictMath.exp(-LN_2 / 300 * (openings - member.openingsBefore)));
            return StrictMath.log((member.answersByOpenings.at(2, openings) + .3) / (heard + 3));
        }));
    }

    private void hours() {
        table.put(Feature.NEXT_3_HOURS, nextHours(3));
        table.put(Feature.NEXT_8_HOURS, nextHours(8));
        boolean weekend = Hours.isWeekend(now);
        float[] all = moment.tally().hours;
        double expected = Hours.sumOfDays(all, weekend) / Hours.sum(all);
        table.put(
                Feature.KIND_OF_DAY,
                table.each(member ->
                        Shares.logLift(Hours.sumOfDays(member.hours, weekend), Hours.sum(member.hours), 5, expected)));
    }

    /** The later, the less an hour counts. */
    private double[] nextHours(int span) {
        double[] weights = new double[span];
        for (int k = 0; k < span; k++) weights[k] = StrictMath.exp(-k / (span / 2.));
        double sum = Shares.sum(weights);
        for (int k = 0; k < span; k++) weights[k] /= sum;
        float[] all = moment.tally().hours;
        double expected = next(all, weights) / Hours.sum(all);
        return table.each(member -> Shares.logLift(next(member.hours, weights), Hours.sum(member.hours), 4, expected));
    }

    private double next(float[] hours, double[] weights) {
        int hour = Hours.ofDay(now);
        double sum = 0;
        for (int k = 0; k < weights.length; k++) sum += weights[k] * Hours.at(hours, hour + k);
        return sum;
    }

    private double[] here(ToDoubleFunction<Presence> value) {
        return moment.presences().stream().mapToDouble(value).toArray();
    }
}
