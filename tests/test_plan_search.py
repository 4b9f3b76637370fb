import pytest

from sigcheck.errors import InputError
from sigcheck.plan_search import find_plans


@pytest.fixture
def repository(campaign, in_folder):
    """A git repository of two campaigns that share a list of opt-outs."""
    (in_folder / ".git").mkdir()
    for name in ("spring", "autumn"):
        plan = campaign(name, plan={"suppress": ["../shared/optouts.csv"], "history": ["../shared/sent-*.csv"]})
        assert plan == in_folder / name / "plan.yaml"
    (in_folder / "shared").mkdir()
    for file in ("optouts.csv", "sent-2025.csv", "notes.txt"):
        (in_folder / "shared" / file).write_text("email\n")
    return in_folder


def names(repository, *paths, **options):
    found = find_plans([repository / path for path in paths], **options)
    return [plan.relative_to(repository).as_posix() for plan in found]


def test_a_plan_is_itself_and_a_folder_all_plans_below_it(repository):
    assert names(repository, "spring/plan.yaml") == ["spring/plan.yaml"]
    assert names(repository, ".") == ["autumn/plan.yaml", "spring/plan.yaml"]


def test_plans_by_other_names_are_found_too(repository):
    (repository / "spring/plan.yaml").rename(repository / "spring/boston.plan.yaml")
    assert names(repository, "spring") == ["spring/boston.plan.yaml"]


@pytest.mark.parametrize("file", ["message.txt", "recipients.csv"])
def test_a_file_stands_for_the_plan_that_names_it(repository, file):
    assert names(repository, f"spring/{file}") == ["spring/plan.yaml"]


@pytest.mark.parametrize("file", ["optouts.csv", "sent-2025.csv"])
def test_a_shared_file_stands_for_every_plan_that_names_it_by_path_or_pattern(repository, file):
    assert names(repository, f"shared/{file}") == ["autumn/plan.yaml", "spring/plan.yaml"]


def test_defaults_stand_for_the_plans_they_hold_for(repository):
    (repository / ".sigcheck.yaml").write_text("fail_under: 80\n")
    assert names(repository, ".sigcheck.yaml") == ["autumn/plan.yaml", "spring/plan.yaml"]


def test_each_plan_is_found_once(repository):
    assert names(repository, "spring/message.txt", "spring/recipients.csv", "spring", "spring/plan.yaml") == [
        "spring/plan.yaml"
    ]


def test_a_file_that_no_plan_names_is_a_mistake_or_let_through(repository):
    with pytest.raises(InputError, match="is named by no plan around it"):
        names(repository, "shared/notes.txt")
    assert names(repository, "shared/notes.txt", "spring/message.txt", skip_unplanned=True) == ["spring/plan.yaml"]


def test_a_broken_plan_is_found_for_the_files_it_mentions(repository):
    (repository / "spring/plan.yaml").write_text("message: message.txt\nrecipients: [\n")
    assert names(repository, "spring/message.txt") == ["spring/plan.yaml"]
    assert names(repository, "autumn/message.txt") == ["autumn/plan.yaml"]


def test_a_plan_of_any_name_is_known_by_its_keys(repository):
    (repository / "spring/plan.yaml").rename(repository / "spring/send.yaml")
    assert names(repository, "spring/send.yaml") == ["spring/send.yaml"]


def test_missing_paths_and_empty_folders_are_told_at_once(repository):
    (repository / "empty").mkdir()
    with pytest.raises(InputError) as caught:
        names(repository, "empty", "nowhere.yaml")
    assert [mistake.text.split(":")[0] for mistake in caught.value.mistakes] == [
        "holds no plan",
        "there is no such file or folder",
    ]


@pytest.mark.parametrize("folder", [".hidden", "node_modules", "venv"])
def test_folders_of_other_programs_are_not_searched(repository, folder):
    (repository / folder).mkdir()
    (repository / folder / "plan.yaml").write_text("x: 1\n")
    assert names(repository, ".") == ["autumn/plan.yaml", "spring/plan.yaml"]
