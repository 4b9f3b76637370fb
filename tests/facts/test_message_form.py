from sigcheck.facts.message_form import message_form
from sigcheck.inputs.message import read_message


def _form(tmp_path, text):
    path = tmp_path / "message.txt"
    path.write_text(text, encoding="utf-8")
    return message_form(read_message(path, "message.txt", "a"), "en")


def test_the_form_of_a_letter(tmp_path):
    form = _form(tmp_path, "Subject: Pallets?\n\nHi {{first_name}},\n\nOne. Two. Three.\n\nBest,\nAna Ruiz\n")
    assert form == (8, None, "named", " best ana ruiz ", "One. Two.")


def test_the_opening_begins_after_a_greeting_on_the_same_line(tmp_path):
    form = _form(tmp_path, "Subject: Pallets\n\nHi {{first_name}}, could we talk? I have news. Three.\n\nBest,\nAna\n")
    assert form.opening == "could we talk? I have news."


def test_what_a_message_lacks_is_null(tmp_path):
    form = _form(tmp_path, "Could we talk about pallets on Thursday?\n")
    assert form == (None, None, None, None, "Could we talk about pallets on Thursday?")


def test_several_marks_are_one_text(tmp_path):
    form = _form(tmp_path, "Subject: Last chance!\n\nHi {{first_name}},\n\nOne.\n\nBest,\nAna\n")
    assert form.subject_marks == "an exclamation mark, the words 'Last chance'"
