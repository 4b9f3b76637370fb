import pytest

from sigcheck.facts.subject_marks import subject_length, subject_marks

PERSONAL = {
    "en": """
        Quick question
        Quick question, {{first_name}}
        {!Contact.FirstName}, your dock doors
        {Quick question|Question about {{company}}}
        Your RFP for the SAP move
        Your SAP ERP HANA move
        DHL / UPS / FEDEX rates
        ISO 27001, SOC 2, GDPR, HIPAA
        IT security at Globex
        US rollout
        MIT alumni dinner
        ACME
        Question about Acme Holdings Boston
        Question for Best Buy
        Breakfast at The Ritz in New York
        Dinner with Dana Lee and Omar Diaz
        The Home Depot RFP
        Introducing Dana and Omar
        Are you free on Thursday?
        Free next month?
        Are you free for the workshop on Tuesday?
        Feel free to bring Omar
        Tax-free access zones
        Error-free reports at Acme
        Notes from our last call
        Last call before Christmas?
        Last days at Acme
        Final draft of the SOW
        Idea for your newsletter
        Your piece in the newsletter
        Newsletter question
        Your webinar on Tuesday
        Webinar feedback
        Would you speak at our webinar?
        Happy to join your webinar
        Can you join today?
        Your order today
        Your shop today
        I read more about your dock
        Saw you just launched in Boston
        What's new at Acme?
        Staffing for Black Friday
        This week in Boston?
        Two reasons for my call
        3 questions about your dock
        10 minutes on Thursday?
        20% fewer pick errors at Globex
        30% off target
        Volume discount for Acme
        Your offer of 3 March
        Customs clearance in Rotterdam
        Win/loss review
        Parking on the next level
        Yahoo! rollout
        [EXTERNAL] your question
        [#12345] your ticket
        Re: [ticket 4711] dock
        dock doors
    """,
    "de": """
        Ihr Angebot vom 3. März
        Frage zum Lager der Müller Logistik in Köln
        Lagerleiter Treffen Köln Dezember
        Ihr Newsletter im März
        Ihr Beitrag im Newsletter
        Webinar-Folien
        Die nächste Stufe der Migration
        Jetzt oder später?
        Rabatte für Acme
    """,
    "fr": """
        Votre offre du 3 mars
        Annulation de dernière minute
        Suite à notre dernier appel
        Promo 2018 : dîner
    """,
    "es": """
        Su oferta de marzo
        Estos últimos días
        Enhorabuena por la promoción
    """,
    "it": "Complimenti per la promozione\nLeonardo da Vinci",
    "pt": "Parabéns pela promoção",
    "nl": "Onze aanbieding van maart",
    "fi": "Tarjous Acmelle",
    "da": "Vores tilbud: dok 4",
    "ja": "倉庫の件でご相談",
}

MARKETING = {
    "en": """
        Last chance to register
        Don’t miss this
        Free webinar on pallet counting
        New webinar: dock doors
        Webinar: counting pallets
        Invitation to our webinar
        Join our webinar next week
        March newsletter
        You're invited: breakfast seminar
        Register now
        Only 3 days left
        Ends tonight
        Special offer for you
        Summer sale
        Save the date: 9 December
        Introducing our new dock scanner
        Boost your pick rate
        Top 10 trends in logistics
        The ultimate guide to dock doors
        7 tips for faster picking
        Buy one, get one
        2 for 1 on pallets
        Save $40 on your order
        half price pallets
        {Quick question|Don't miss this}
    """,
    "de": """
        Jetzt anmelden: Frühstück
        Kostenloses Webinar
        Einladung zum Webinar
        Kundennewsletter Oktober
        20 % Rabatt auf alles
        Sichern Sie sich Ihren Platz
        Last chance für Ihr Lager
    """,
    "fr": """
        Ne manquez pas notre webinaire
        Offre spéciale
        -20 % sur tout
        Newsletter d'octobre
    """,
    "es": "Última oportunidad\nNo te lo pierdas\n20 % de descuento",
    "pt": "Não perca o nosso webinar\n20% de desconto",
    "it": "Da non perdere\n20% di sconto",
    "nl": "Laatste kans\nNieuwsbrief oktober",
    "sv": "Sista chansen\nGratis webbinarium",
    "da": "Gå ikke glip af vores webinar\nNyhedsbrev oktober",
    "no": "Siste sjanse\nNyhetsbrev oktober",
    "fi": "Viimeinen mahdollisuus\nUutiskirje lokakuu",
    "pl": "Ostatnia szansa\nBezpłatny webinar",
    "ja": "無料ウェビナーのご案内\n20%オフ",
}


def _each(subjects):
    return [
        pytest.param(language, line.strip(), id=line.strip())
        for language, lines in subjects.items()
        for line in lines.strip().split("\n")
    ]


@pytest.mark.parametrize(("language", "subject"), _each(PERSONAL))
def test_personal_subjects_bear_no_mark(language, subject):
    assert subject_marks(subject, language) == ()


@pytest.mark.parametrize(("language", "subject"), _each(MARKETING))
def test_the_wording_of_marketing_is_marked(language, subject):
    marks = subject_marks(subject, language)
    assert any(mark.startswith(("the words '", "a discount ('")) for mark in marks)


@pytest.mark.parametrize(
    ("subject", "mark"),
    [
        ("LAST CHANCE for you", "capitals (LAST CHANCE)"),
        ("Your FREE guide", "capitals (FREE)"),
        ("BREAKFAST SEMINAR BOSTON", "capitals (BREAKFAST SEMINAR BOSTON)"),
        ("REGISTER YOUR TEAM until Friday", "capitals (REGISTER YOUR TEAM)"),
        ("Great news, {{first_name}}!", "an exclamation mark"),
        ("¡Hola {{first_name}}", "an exclamation mark"),
        ("Breakfast ✨", "a picture sign (✨)"),
        ("🇺🇸 Breakfast", "a picture sign (🇺🇸)"),
        ("[Northwind] Dock doors", "a label in brackets ([Northwind])"),
        ("【ノースウィンド】倉庫", "a label in brackets (【ノースウィンド】)"),
        ("Are You Ready for Peak Season?", "a Capital on Every Word"),
        ("How to Cut Your Pick Errors in Half", "a Capital on Every Word"),
    ],
)
def test_the_form_of_marketing_is_marked(subject, mark):
    assert mark in subject_marks(subject, "en")


def test_every_mark_is_told_once():
    assert subject_marks("{Last chance!|Last chance, {{first_name}}!}", None) == (
        "an exclamation mark",
        "the words 'Last chance'",
    )


def test_wording_is_looked_for_in_the_language_of_the_message():
    assert subject_marks("Ilmainen", "fi")
    assert subject_marks("Ilmainen", "de") == ()


def test_a_language_without_wording_is_read_as_english():
    assert subject_marks("Last chance", "cs") == ("the words 'Last chance'",)
    assert subject_marks("Poslední otázka", "cs") == ()


def test_a_merge_tag_counts_as_a_word():
    assert subject_length("Hi {{lead.First Name:default=there}}") == len("Hi ") + 8


def test_of_spintax_the_longest_choice_counts():
    assert subject_length("{Hi|Hello there}, Ana") == len("Hello there, Ana")


def test_a_subject_that_is_only_a_tag_has_a_length():
    assert subject_length("{{first_name}}") == 8
