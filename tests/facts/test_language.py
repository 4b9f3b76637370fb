import time

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
        "下周您有时间吗",
        "Здравствуйте, как дела?",
        "{{the}} {{and}} {{you}}",
        "https://the.and.you.com/for/with/this",
        "the@and.you.com of@with.this.com",
    ],
)
def test_nothing_is_said_where_it_is_not_sure(text):
    assert language_of(text) is None


def test_long_text_without_spaces_is_read_quickly():
    started = time.perf_counter()
    language_of("a" * 200_000 + "@" * 10)
    assert time.perf_counter() - started < 2
