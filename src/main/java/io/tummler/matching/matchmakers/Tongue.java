package io.tummler.matching.matchmakers;

import java.util.List;
import java.util.Set;

/**
 * One language that can be told: by the small words that no sentence does without, by letters of its own, and by
 * endings that its words have and those of the other languages here seldom have. Left out are small words that mean
 * something in English: "war", "van", "solo".
 *
 * @param language as what it counts
 * @param letters of its own
 * @param endings and what else stands in its words: {@code ^} is where a word begins, {@code $} where it ends, {@code
 *     [ab]} one of these letters, {@code [^ab]} any other or the beginning; see {@link Clues}
 */
record Tongue(Language language, Set<String> small, String letters, List<String> endings) {
    static final Tongue ENGLISH = new Tongue(Language.ENGLISH, """
            a about after again all also am an and any anyone anybody are around as at be because been before but by \
            can cannot could did do does doesn don every for from get give got had has have he her here him his how \
            i if in into is isn it its just like ll me more my need never new no nobody nothing of off on one or our \
            out over she should so some somebody someone something than that the their them then there they this to \
            too under up us ve very want was we were what when where which who why will with without won would you \
            your""", "", """
            ing$ [^a]tion$ [^a]tions$ ness$ ght ed$ ly$ ^wh ship$ oo ee ea ou sh th ck$ y$ w$""");

    static final Tongue GERMAN = new Tongue(Language.GERMAN, """
            aber alle alles als also am an andere auch auf aus bei beim bis bist brauche dann das dass dein dem den \
            denn der des dich die dir doch du durch ein eine einem einen einer eines er es etwas euch euer eure für \
            fürs gegen gern gerne gesucht gibt habe haben hier ich ihm ihn ihr im immer in ist ja jede jeden jemand \
            jemanden kann kein keine keinen mal mehr mein meine meinem meinen meiner mich mir mit möchte nach nicht \
            nichts nie niemand noch nur ob oder ohne schon sehr sein seit selbst sich sie sind so suche sucht um und \
            uns unser unsere unseren unter vom von vor wann was weil wenn wer wie will wir wird wo \
            zu zum zur""", "äöüß", """
            sch ung$ ungen$ keit$ heit$ lich tz pf zw [^t]chen$ rnen$ hren$ nnen$ mmen$ eiten$ eiben$""");

    static final Tongue SPANISH = new Tongue(Language.SPANISH, """
            a al algo alguien algún alguna ante aquí así aún con como cómo cuando cuándo cuál cuánto de del desde \
            donde dónde el él ella en entre es esta está este esto estoy hasta he la las le les lo los más me mi mis \
            muy nada nadie ni no nos nuestra nuestro o para pero poco por porque puede puedo que qué quien quién \
            quiere quiero se si sí sin sobre sólo soy su sus también te tengo ti tiene tras tu un una unas \
            unos y ya""", "ñáíóú", """
            dad$ mente$ ndo$ [ao]s$ [^aeiou][ao]$ ^qu ll[ao]""");

    private static final Tongue FRENCH = other("""
            à au aux avec ce cette chez d dans de des donne du elle en est et être il ils j je l la le les leur ma \
            mais mes mon ne nous ou où par pas quand qu que qui sa sans ses sur tu un une \
            vos votre vous""", "èêçâîôûœ");

    private static final Tongue ITALIAN = other("""
            al alla anche che ci con cosa da dalla degli dei del della delle di è gli ha ho i il in io la le lo ma \
            mi mia mio nel nella non o perché più qualcuno quando questo si sono sul sulla tra un una""", "èìòù");

    private static final Tongue PORTUGUESE = other("""
            à alguém algum alguma ao as até como da das de do e é ela ele em está estou eu foi isso mais mas me meu \
            minha muito na não nas no nos o os ou para pela pelo por posso procuro quando que quem são se sem seu \
            sua também tem tenho um uma você""", "ãõç");

    private static final Tongue DUTCH = other("""
            aan als bij dat de deze die dit een en er geen geef graag haar heb heeft het hij hoe iemand ik in is je \
            kan maar mag me met mijn naar niet nog of om ons onze ook te tot uit veel voor waar wat wie wij wil zijn \
            zoek zonder""", "");

    /** With Danish and Norwegian. */
    private static final Tongue SWEDISH = other("""
            af alla att av bara de den det där deg dig du då efter eller en er et ett finns för fra från gjerne \
            gärna har hjelp hjælp hjälp hos hur hvem hvor i ikke inte jag jeg kan med meg men mig min mitt måste när \
            og och også också om på selv sin ska skal som så til uten utan vad var ved vem vi vil vill \
            være är åt""", "åæø");

    private static final Tongue POLISH = other("""
            albo być chcę czy dla do i jak jest jestem już kto ktoś lub ma mam mi mnie moja moje mój na nie o od \
            oraz po pod przez przy się są szukam ta tak to tu w z za ze że żeby""", "łąęśćżźńó");

    private static final Tongue TURKISH = other("""
            ama beni benim bir biri bize bu çok da daha de değil gibi için ile ister istiyorum kadar mı mi mu mü \
            nasıl ne olan olarak sonra var ve veya ya yardım yok""", "ğış");

    static final List<Tongue> ALL =
            List.of(ENGLISH, GERMAN, SPANISH, FRENCH, ITALIAN, PORTUGUESE, DUTCH, SWEDISH, POLISH, TURKISH);

    private Tongue(Language language, String small, String letters, String endings) {
        this(language, Set.of(small.split(" ")), letters, List.of(endings.split(" ")));
    }

    /** The endings of those that count as {@link Language#OTHER} don't tell. */
    private static Tongue other(String small, String letters) {
        return new Tongue(Language.OTHER, Set.of(small.split(" ")), letters, List.of());
    }
}
