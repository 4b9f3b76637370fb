import textwrap

import pytest

from sigcheck.inputs.parts import cut_parts
from sigcheck.inputs.text_lines import TextLine, number_lines


def cut(text):
    return cut_parts(number_lines(textwrap.dedent(text).strip("\n").split("\n")))


def parts_of(text):
    lines = textwrap.dedent(text).strip("\n").split("\n")
    cut_lines = cut_parts(number_lines(lines)).parts
    return [(part, line) for part, line in zip(cut_lines, lines, strict=True) if line.strip()]


def lines_in(text, part):
    return [line for found, line in parts_of(text) if found == part]


BODY = "\n\nI saw that you run operations in Boston. Would Tuesday suit you?\n"


@pytest.mark.parametrize(
    "greeting",
    [
        "Hi {{first_name}},",
        "Hi Frank",
        "hi frank,",
        "Hello, Frank!",
        "Hey Frank -",
        "Dear Mr. O'Neil:",
        "Dear Dr. van der Berg,",
        "Dear Sir or Madam,",
        "Dear all,",
        "Good morning, {{ contact.firstname | default: 'there' }},",
        "Hi {{lead.First Name:default=there}},",
        "Hi *|FNAME|*,",
        "Hi %%first_name%%,",
        "Hi {!Contact.FirstName},",
        "Hi [First Name],",
        "{Hi|Hello|Hey} {{first_name}},",
        "To whom it may concern:",
        "**Hi Frank,**",
        "{{first_name}},",
        "{{first_name}} {{last_name}}",
        "Frank,",
        "frank,",
        "Frank –",
        "Hallo Herr Müller,",
        "Sehr geehrte Frau Dr. Müller-Lüdenscheidt,",
        "Sehr geehrte Damen und Herren,",
        "Guten Tag Herr Groß",
        "Grüß Gott Herr Huber,",
        "Liebe Anja,",
        "Bonjour Hélène,",
        "Chère Madame,",
        "Madame, Monsieur,",
        "Hola Íñigo:",
        "Estimado Sr. Núñez:",
        "Buenos días, Ana:",
        "Olá João,",
        "Prezada Conceição,",
        "Bom dia, João!",
        "Ciao Niccolò,",
        "Gentile Dott.ssa Rossi,",
        "Buongiorno Luca,",
        "Beste Joris,",
        "Geachte heer De Vries,",
        "Goedemorgen Sanne,",
        "Hej Åsa,",
        "Kära Göran,",
        "Kære Søren,",
        "Hei Øystein,",
        "Kjære Bjørn,",
        "Hyvä Väinö,",
        "Cześć Łukasz,",
        "Szanowny Panie Józefie,",
        "Dzień dobry Pani Agnieszko,",
        "田中様",
        "株式会社アクメ 田中太郎 様、",
    ],
)
def test_a_greeting_is_told_on_its_line(greeting):
    found = cut(greeting + BODY)
    assert found.parts[0] == "greeting"
    assert found.greeting == greeting.strip("*")
    assert found.greeting_line == 1
    assert found.parts[2] == "body"


@pytest.mark.parametrize(
    ("line", "greeting"),
    [
        ("Hi Frank, I saw that you moved to Boston last month.", "Hi Frank,"),
        (
            "Hi {{lead.First Name:default=there, you}}, I saw that you moved.",
            "Hi {{lead.First Name:default=there, you}},",
        ),
        ("Hi, Frank, I saw that you moved to Boston.", "Hi, Frank,"),
        ("Hello Frank – quick question about your team in Boston.", "Hello Frank"),
        ("Hi Frank I saw that you moved to Boston last month.", "Hi Frank"),
        ("Hi there I just wanted to ask about your team.", "Hi there"),
        ("{{first_name}}, did you see what happened in Boston?", "{{first_name}},"),
        ("Guten Tag Herr Müller, ich habe gesehen, dass Sie umgezogen sind.", "Guten Tag Herr Müller,"),
        ("お世話になっております。ノースウィンドのアナです。", "お世話になっております。"),
    ],
)
def test_a_greeting_before_prose_is_told_but_its_line_is_body(line, greeting):
    found = cut(line + BODY)
    assert found.greeting == greeting
    assert found.greeting_line == 1
    assert found.parts[0] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "I saw that you run operations in Boston.",
        "Hier ist die Einladung zum Frühstück.",
        "History repeats itself, they say.",
        "Thanks,",
        "However, we should talk.",
        "Agenda:",
        "Deary me, what a week that was.",
    ],
)
def test_prose_is_no_greeting(line):
    assert cut(line + BODY).greeting is None


def test_a_greeting_below_a_line_of_furniture_is_found():
    found = cut("View this email in your browser\n\nHi Frank,\n\nShort text, as promised.\n")
    assert found.greeting == "Hi Frank,"
    assert found.greeting_line == 3
    assert found.parts[0] == "body"


def test_a_greeting_inside_a_condition_is_told():
    line = "{% if first_name %}Hi {{first_name}},{% else %}Hello,{% endif %}"
    assert cut(line + BODY).greeting == line


def test_the_asterisks_of_a_merge_tag_are_no_decoration():
    assert cut("*|FNAME|*," + BODY).greeting == "*|FNAME|*,"
    assert cut("**Hi *|FNAME|*,**" + BODY).greeting == "Hi *|FNAME|*,"


def test_a_closing_in_a_short_mail_is_no_greeting():
    found = cut("Bin wieder da.\n\nBeste Grüße\nAna Ruiz")
    assert found.greeting is None
    assert found.signature == "Beste Grüße\nAna Ruiz"


def test_two_greetings_in_a_row_are_one():
    found = cut("Sehr geehrte Frau Müller,\nsehr geehrter Herr Schmidt,\n\nkurze Frage.")
    assert found.parts == ("greeting", "greeting", "greeting", "body")
    assert found.greeting == "Sehr geehrte Frau Müller, sehr geehrter Herr Schmidt,"


@pytest.mark.parametrize(
    "closing",
    [
        "Best regards,", "Kind regards", "Best,", "Cheers!", "Thanks,", "Thank you for your time,",
        "Many thanks in advance,", "Yours sincerely,", "{Best|Cheers},", "**Best regards,**", "Talk soon,",
        "Mit freundlichen Grüßen", "Mit freundlichen Gruessen", "Viele Grüsse aus Berlin,", "MfG", "LG",
        "Cordialement,", "Bien à vous,", "Je vous prie d’agréer, Madame, mes salutations,", "Saludos cordiales,",
        "Un abrazo,", "Atenciosamente,", "Abraços,", "Cordiali saluti", "Grazie mille,", "Met vriendelijke groet,",
        "Groetjes,", "Med vänliga hälsningar", "Mvh", "Venlig hilsen", "Med vennlig hilsen,", "Ystävällisin terveisin",
        "Terv.", "Pozdrawiam,", "Z poważaniem", "どうぞよろしくお願いいたします。", "敬具",
    ],
)  # fmt: skip
def test_a_closing_and_what_follows_are_the_signature(closing):
    found = cut(f"Hi Frank,{BODY}\n{closing}\n\nAna Ruiz\nAccount Executive, Northwind\n+1 617 555 0100")
    assert found.signature == f"{closing}\n\nAna Ruiz\nAccount Executive, Northwind\n+1 617 555 0100"
    assert found.signature_line == 5


def test_letters_made_of_two_code_points_are_read_alike():
    assert cut(f"Hi,{BODY}\nMit freundlichen Gru\u0308ßen\nAna").signature_line == 5


def test_a_name_on_the_line_of_the_closing_is_enough():
    assert cut(f"Hi Frank,{BODY}\nBest, Ana").signature == "Best, Ana"
    assert cut(f"Hi Frank,{BODY}\nCheers – {{{{sender.name}}}}").signature == "Cheers – {{sender.name}}"


def test_thanks_within_prose_is_no_closing():
    text = """
        Hi Frank,

        Thanks, that was quick.
        Thanks for the call, it helped me to see where your team stands today.

        Thanks!

        I also wanted to ask whether Tuesday at nine would suit you and Maria.
        And one more thing: is there parking at your office in Boston?

        Best regards,
        Ana Ruiz
    """
    assert lines_in(text, "signature") == ["Best regards,", "Ana Ruiz"]


def test_the_last_closing_counts():
    text = f"Hi Frank,{BODY}\nThanks,\n\nBest regards,\nAna"
    assert lines_in(text, "signature") == ["Best regards,", "Ana"]


def test_the_delimiter_begins_a_signature_together_with_the_closing_above():
    text = f"Hi Frank,{BODY}\nBest,\nAna\n-- \nAna Ruiz\nWe help teams to meet, and we do it well.\nnorthwind.com"
    assert lines_in(text, "signature")[0] == "Best,"
    assert len(lines_in(text, "signature")) == 6


def test_the_delimiter_without_its_space_counts():
    assert lines_in(f"Hi Frank,{BODY}\n--\nAna Ruiz", "signature") == ["--", "Ana Ruiz"]


@pytest.mark.parametrize(
    "name", ["Ana", "Ana Ruiz", "– Ana", "Ana de la Cruz", "{{sender.signature}}", "Łucja Żak-Nowak"]
)
def test_a_name_in_a_last_paragraph_of_its_own_is_the_signature(name):
    assert lines_in(f"Hi Frank,{BODY}\n{name}", "signature") == [name]


@pytest.mark.parametrize("line", ["See you on Tuesday?", "Talk it over with Maria.", "https://northwind.com/seminar"])
def test_a_last_sentence_is_no_signature(line):
    assert cut(f"Hi Frank,{BODY}\n{line}").signature is None


def test_opt_out_prose_in_the_last_paragraph_before_the_closing_is_body():
    text = f"Hi Frank,{BODY}\nIf you'd rather not hear from me, just say so.\n\nBest,\nAna"
    assert lines_in(text, "disclaimer") == []
    assert "If you'd rather not hear from me, just say so." in lines_in(text, "body")


@pytest.mark.parametrize(
    "disclaimer",
    [
        "If you no longer wish to get these mails, unsubscribe: https://x.com/u",
        "You can opt out at any time.",
        "This e-mail and any attachments are confidential.",
        "Registered office: 1 Example Road, London. Company number 01234567.",
        "© 2026 Northwind Traders. All rights reserved.",
        "This email was sent to {{email}} by Northwind.",
        "Don’t want to hear from me? Then let me know. I’d rather not bother: prefer not to receive these?",
        "Wenn Sie keine weiteren E-Mails erhalten möchten, können Sie sich hier abmelden.",
        "Sitz der Gesellschaft: Berlin, Amtsgericht Charlottenburg, HRB 12345",
        "Pour vous désinscrire, cliquez ici.",
        "Si no desea recibir más correos, puede darse de baja aquí.",
        "Para deixar de receber estes e-mails, responda a esta mensagem.",
        "Per non ricevere più queste mail puoi disiscriverti qui.",
        "Wilt u geen e-mails meer ontvangen? Meld u dan hier af: afmelden",
        "Vill du inte få fler mejl? Avregistrera dig här.",
        "Hvis du ikke vil modtage flere mails, kan du afmelde dig her.",
        "Vil du ikke motta flere e-poster? Meld deg av her.",
        "Jos et halua enää viestejä, peru tilaus tästä.",
        "Jeśli nie chcesz otrzymywać wiadomości, wypisz się tutaj.",
        "配信停止をご希望の方はこちらからお手続きください。",
    ],
)
@pytest.mark.parametrize("before", ["\nBest,\nAna\n\n", "\nBest,\nAna\n", "\nAna Ruiz\n\n", "\n"])
def test_legal_and_opt_out_prose_at_the_end_is_the_disclaimer(before, disclaimer):
    text = f"Hi Frank,{BODY}{before}{disclaimer}"
    assert lines_in(text, "disclaimer") == [disclaimer]


def test_all_below_the_first_legal_paragraph_is_disclaimer():
    text = f"""Hi Frank,{BODY}
Best,
Ana Ruiz

You are receiving this because we met at the fair.

Northwind Traders
12 Main Street, Boston, MA 02110

Privacy policy | Unsubscribe"""
    assert lines_in(text, "signature") == ["Best,", "Ana Ruiz"]
    assert len(lines_in(text, "disclaimer")) == 4


@pytest.mark.parametrize("rule", ["---", "____________", "* * *", "=====", "————"])
def test_an_address_below_a_rule_is_disclaimer(rule):
    text = f"Hi Frank,{BODY}\nBest,\nAna Ruiz\n\n{rule}\nNorthwind, 12 Main Street, Boston, MA 02110"
    assert lines_in(text, "disclaimer") == [rule, "Northwind, 12 Main Street, Boston, MA 02110"]


def test_a_rule_within_the_signature_does_not_end_it():
    text = f"Hi Frank,{BODY}\nBest,\nAna Ruiz\n----------\nAccount Executive\nNorthwind"
    assert len(lines_in(text, "signature")) == 5


def test_an_address_in_the_signature_stays_there():
    text = f"Hi Frank,{BODY}\nBest,\nAna Ruiz\nNorthwind, 12 Main Street, Boston, MA 02110"
    assert len(lines_in(text, "signature")) == 3


@pytest.mark.parametrize("mark", ["P.S.", "PS:", "P.S", "PD:", "追伸"])
def test_a_postscript_is_body(mark):
    text = (
        f"Hi Frank,{BODY}\nBest,\nAna\n\n{mark} If you'd rather not get these, tell me.\n\nUnsubscribe: https://x.com"
    )
    assert lines_in(text, "signature") == ["Best,", "Ana"]
    assert lines_in(text, "body")[-1] == f"{mark} If you'd rather not get these, tell me."
    assert lines_in(text, "disclaimer") == ["Unsubscribe: https://x.com"]


def test_a_name_alone_above_a_postscript_is_the_signature():
    assert lines_in(f"Hi Frank,{BODY}\nAna\n\nP.S. Parking is free.", "signature") == ["Ana"]


def test_text_without_blank_lines_is_cut_too():
    text = "Hi Frank,\nI saw that you run operations in Boston.\nWould Tuesday suit?\nBest,\nAna\nUnsubscribe: https://x.com"
    assert [part for part, _ in parts_of(text)] == ["greeting", "body", "body", "signature", "signature", "disclaimer"]


@pytest.mark.parametrize(
    "attribution",
    [
        "On Mon, 1 Dec 2026 at 09:10, Frank Miller <frank@acme.com> wrote:",
        "On Mon, 1 Dec 2026 at 09:10, Frank\nMiller <frank@acme.com> wrote:",
        "Am 01.12.2026 um 09:10 schrieb Frank Müller:",
        "Le lun. 1 déc. 2026 à 09:10, Frank <f@acme.com> a écrit :",
        "El lun, 1 dic 2026 a las 9:10, Frank (<f@acme.com>) escribió:",
        "Em seg., 1 de dez. de 2026 às 09:10, Frank <f@acme.com> escreveu:",
        "Il giorno lun 1 dic 2026 alle ore 09:10 Frank <f@acme.com> ha scritto:",
        "Op ma 1 dec 2026 om 09:10 schreef Frank <f@acme.com>:",
        "Den mån 1 dec. 2026 kl 09:10 skrev Frank <f@acme.com>:",
        "man. 1. des. 2026 kl. 09:10 kirjoitti:",
        "pon., 1 gru 2026 o 09:10 Frank <f@acme.com> napisał(a):",
        "2026年12月1日(火) 9:10 Frank <f@acme.com>:",
        "-----Original Message-----",
        "---------- Forwarded message ---------",
        "-----Ursprüngliche Nachricht-----",
        "Begin forwarded message:",
        "________________________________\nVon: Frank <f@acme.com>\nGesendet: Montag, 1. Dezember\nBetreff: Zahlen",
        "*From:* Frank <f@acme.com>\n*Sent:* Monday\n*To:* Ana\n*Subject:* Numbers",
        "De : Frank\nEnvoyé : lundi\nÀ : Ana\nObjet : Chiffres",
    ],
)
def test_what_another_message_is_announced_by_is_quoted_to_the_end(attribution):
    text = f"Hi Frank,{BODY}\nBest,\nAna\n\n{attribution}\n\nHello Ana,\nplease unsubscribe me.\n\nBest regards,\nFrank"
    found = parts_of(text)
    assert [line for part, line in found if part == "signature"] == ["Best,", "Ana"]
    assert [line for part, line in found if part == "quoted"][: attribution.count("\n") + 1] == attribution.split("\n")
    assert found[-1] == ("quoted", "Frank")


def test_only_marked_lines_are_quoted_where_the_answer_stands_between():
    text = """
        On Mon, 1 Dec 2026 at 09:10, Frank <f@acme.com> wrote:
        > Is there parking?

        Yes, there is.

        > And coffee?

        That too.

        Best,
        Ana
    """
    assert [part for part, _ in parts_of(text)] == [
        "quoted", "quoted", "body", "quoted", "body", "signature", "signature",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "On this, my colleague Maria wrote:",
        "From: 8:30\nTo: 10:00\nDate: December 9",
        "Date: December 9\nFrom: 8:30 to 10:00",
    ],
)
def test_words_that_only_look_like_an_announcement_are_body(line):
    assert lines_in(f"Hi Frank,{BODY}\n{line}\n\nBest,\nAna", "quoted") == []


def test_lines_that_markup_marks_as_quoted_are_quoted():
    lines = [TextLine(1, "Hi Frank,"), TextLine(2, "Text of mine."), TextLine(3, "Best, Frank", is_quoted=True)]
    assert cut_parts(lines).parts == ("greeting", "body", "quoted")


@pytest.mark.parametrize("text", ["", "\n\n", "   "])
def test_no_text_has_no_parts(text):
    found = cut_parts(number_lines(text.split("\n")))
    assert (found.greeting, found.signature) == (None, None)


def test_blank_lines_belong_to_the_part_above_and_leading_ones_to_the_first():
    assert cut_parts(number_lines(["", "Hi Frank,", "", "Text of mine, short.", "", "Best,", "Ana", ""])).parts == (
        "greeting", "greeting", "greeting", "body", "body", "signature", "signature", "signature",
    )  # fmt: skip


def test_slogans_below_the_signature_are_body():
    text = f"""Hi Frank,{BODY}
Best,
Ana Ruiz
Northwind

We help teams like yours to meet in person and not only online.

Not the right person? Please let me know and I will not write again.

If you would like to opt out, reply STOP."""
    assert lines_in(text, "signature") == ["Best,", "Ana Ruiz", "Northwind"]
    assert lines_in(text, "disclaimer") == ["If you would like to opt out, reply STOP."]


def test_a_thank_you_that_only_prose_follows_is_no_signature():
    assert cut("Hi Frank,\n\nThanks for reading this far!\n\nWould Tuesday suit you and the team?").signature is None


def test_a_thank_you_that_nothing_follows_is_all_the_signature_there_is():
    assert cut(f"Hi Frank,{BODY}\nThanks!").signature == "Thanks!"


def test_a_list_at_the_end_is_no_signature():
    assert cut(f"Hi Frank,{BODY}\n* Better Meetings\n* Less Travel").signature is None


@pytest.mark.parametrize(
    "tag", ["{{unsubscribe_link}}", "*|UNSUB|*", "%%unsubscribe%%", "[Unsubscribe]({{ opt_out_url }})"]
)
def test_a_merge_tag_may_be_all_of_the_disclaimer(tag):
    text = f"Hi Frank,{BODY}\nBest,\n{{{{sender.first_name}}}}\n\n{{{{sender.signature}}}}\n\n{tag}"
    assert lines_in(text, "disclaimer") == [tag]
    assert lines_in(text, "signature")[1:] == ["{{sender.first_name}}", "{{sender.signature}}"]


def test_a_greeting_said_over_and_over_is_read():
    assert cut_parts(number_lines(["Hi Frank, " * 5000])).greeting == "Hi Frank,"


def test_no_text_is_too_long_to_be_cut():
    for line in ("Thanks,", "Hi Frank,", "---", "> x", "Ana Ruiz\n", "On 1 December Frank wrote:", "From: x"):
        lines = number_lines(["Hi,", *(line.split("\n") * 2000)])
        assert len(cut_parts(lines).parts) == len(lines)
