import pytest

from sigcheck.facts.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hi Frank, are you free for a quick call next week?", "en"),
        ("I noticed your team is hiring in Boston. We are hosting a breakfast and I thought of you.", "en"),
        ("Hallo Frank, wie geht es dir?", "de"),
        ("Sehr geehrte Frau Weber, ich würde mich freuen, wenn wir uns in Hamburg sehen.", "de"),
        ("Bonjour, êtes-vous disponible la semaine prochaine ?", "fr"),
        ("Hola Ana, ¿tiene tiempo la próxima semana? Un saludo y gracias.", "es"),
        ("Olá, você tem tempo na próxima semana para uma conversa?", "pt"),
        ("Ciao, hai tempo la prossima settimana per una chiamata? Grazie e a presto.", "it"),
        ("Heb je volgende week tijd voor een gesprek?", "nl"),
        ("Hej Anna, har du tid för ett möte nästa vecka?", "sv"),
        ("Hej Anna, har du tid til et møde i næste uge?", "da"),
        ("Hei Anna, har du tid til et møte neste uke?", "no"),
        ("Hei Anna, olisiko sinulla aikaa tavata ensi viikolla?", "fi"),
        ("Dzień dobry, czy ma Pan czas na krótką rozmowę?", "pl"),
        ("来週、お時間はありますか？", "ja"),
        ("Northwind の Ana です。来週 Boston でお会いできますか。", "ja"),
        ("HALLO HERR MÜLLER, HABEN SIE KURZ ZEIT FÜR EIN GESPRÄCH?", "de"),
        ("Guten Tag, wir laden Sie zum Kickoff-Meeting mit dem Sales Team ein. The best of Boston!", "de"),
        (
            "Hei Anna, tapasimme viime kuussa Helsingin messuilla ja lupasin palata asiaan. Järjestämme"
            " ensi viikolla pienen aamiaistilaisuuden, jossa käymme läpi uudet hankintalain "
            "vaatimukset. Sopisiko tiistai? Ystävällisin terveisin",
            "fi",
        ),
        (
            "Pani Anno, spotkaliśmy się w zeszłym miesiącu na targach w Poznaniu i obiecałem wrócić do "
            "tematu. W przyszłym tygodniu organizujemy małe śniadanie. Czy wtorek by Pani pasował? Z "
            "poważaniem",
            "pl",
        ),
        (
            "Vi träffades på mässan i Göteborg förra månaden och jag lovade att återkomma. Nästa vecka "
            "ordnar vi en liten frukost. Passar tisdag?",
            "sv",
        ),
        (
            "wir haben uns letzten Monat auf der Messe in Köln getroffen. Nächste Woche veranstalten "
            "wir ein kleines Frühstück. Passt Ihnen Dienstag?",
            "de",
        ),
        (
            "We met at the trade fair in Boston last month. Next week we are hosting a small breakfast."
            " Does Tuesday suit you?",
            "en",
        ),
        (
            "ci siamo conosciuti il mese scorso alla fiera di Milano. La prossima settimana "
            "organizziamo una piccola colazione. Martedì potrebbe andare bene?",
            "it",
        ),
        (
            "nous nous sommes rencontrés le mois dernier au salon de Lyon. La semaine prochaine, nous "
            "organisons un petit-déjeuner. Mardi vous conviendrait-il ?",
            "fr",
        ),
        (
            "conhecemo-nos no mês passado na feira de Lisboa. Na próxima semana organizamos um pequeno-"
            "almoço. Terça-feira seria boa para si?",
            "pt",
        ),
        (
            "we hebben elkaar vorige maand ontmoet op de beurs in Utrecht. Volgende week organiseren we"
            " een klein ontbijt. Komt dinsdag u uit?",
            "nl",
        ),
        (
            "vi mødte hinanden på messen i Herning i sidste måned. I næste uge holder vi en lille "
            "morgenmad. Passer tirsdag dig?",
            "da",
        ),
        (
            "vi møttes på messen på Lillestrøm forrige måned. Neste uke har vi en liten frokost. Passer"
            " tirsdag for deg?",
            "no",
        ),
        (
            "nos conocimos el mes pasado en la feria de Madrid. La próxima semana organizamos un "
            "pequeño desayuno. ¿Le viene bien el martes?",
            "es",
        ),
    ],
)
def test_a_mail_tells_its_language(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hi",
        "OK",
        "Frank Müller",
        "Acme GmbH",
        "12345",
        "Dobrý den, rád bych se vás zeptal, jestli máte příští týden čas na krátký hovor. Děkuji a "
        "s pozdravem na shledanou.",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt "
        "ut labore et dolore magna aliqua. Ut enim ad minim veniam",
        "下周您有时间吗",
        "Здравствуйте, как дела?",
        "{{the}} {{and}} {{you}}",
        "https://the.and.you.com/for/with/this",
        "the@and.you.com of@with.this.com",
    ],
)
def test_nothing_is_said_where_it_is_not_sure(text):
    assert language_of(text) is None


@pytest.mark.usefixtures("without_end_is_a_failure")
def test_long_text_without_spaces_is_read_in_linear_time():
    language_of("a" * 400_000 + "@" * 10)
