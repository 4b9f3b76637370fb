import pytest

from sigcheck import InputError, Options, lint


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "repository"
    folder.mkdir()
    (tmp_path / "elsewhere").mkdir()
    return folder


def refusals(plan, root):
    with pytest.raises(InputError) as raised:
        lint(plan, Options(root=root))
    return str(raised.value).splitlines()


def test_a_plan_that_keeps_to_the_folder_is_checked(campaign, root):
    assert lint(campaign("repository/campaign"), Options(root=root, select=("ORG001",))).score == 100.0


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"message": "../../elsewhere/message.txt"}, "message.file"),
        ({"recipients": "../../elsewhere/list.csv"}, "recipients.file"),
        ({"suppress": ["../../elsewhere/list.csv"]}, "suppress.file"),
        ({"exclude": ["/etc/passwd"]}, "exclude"),
        ({"history": ["../../elsewhere/*.csv"]}, "history"),
        ({"rules": {"paths": ["../../elsewhere"]}}, "rules.paths"),
        ({"acknowledgement": "../../elsewhere/plan.ack.yaml"}, "acknowledgement"),
        ({"brief": "../../elsewhere/brief.md"}, "brief"),
    ],
)
def test_a_plan_that_names_anything_outside_is_refused_at_the_place_where_it_does(campaign, root, changes, key):
    (root.parent / "elsewhere" / "list.csv").write_text("email,sent_at\na@b.com,2026-01-01\n", encoding="utf-8")
    (line,) = refusals(campaign("repository/campaign", plan=changes), root)
    assert "plan.yaml:" in line
    assert f"{key}: " in line
    assert "lies outside" in line


def test_a_link_that_leads_outside_is_refused(campaign, root):
    plan = campaign("repository/campaign")
    secret = root.parent / "elsewhere" / "list.csv"
    secret.write_bytes((plan.parent / "recipients.csv").read_bytes())
    (plan.parent / "recipients.csv").unlink()
    (plan.parent / "recipients.csv").symlink_to(secret)
    (line,) = refusals(plan, root)
    assert "recipients.file: " in line


def test_a_plan_outside_is_refused_itself(campaign, root):
    lines = refusals(campaign("elsewhere/campaign"), root)
    assert "plan.yaml: " in lines[0]
    assert "lies outside" in lines[0]
