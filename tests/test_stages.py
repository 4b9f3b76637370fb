from sigcheck import lint, stages
from sigcheck.plans_together import lint_together


class Diary:
    """Writes down what it is told."""

    def __init__(self):
        self.engines, self.stages, self.steps = [], [], 0

    def opened(self, engine):
        self.engines.append(engine)

    def began(self, stage):
        self.stages.append(stage)
        self.steps = 0

    def advanced(self):
        self.steps += 1


def test_a_check_reads_derives_runs_rules_and_reports(campaign):
    plan = campaign(history="email,sent_at\na@acme.com,2026-10-01\n")
    diary = Diary()
    with stages.watched(diary):
        lint(plan)
    told = [stage.name for stage in diary.stages]
    assert sorted(set(told), key=told.index) == list(stages.STAGES)
    assert [told.index(name) for name in ("rules", "report")] == [len(told) - 3, len(told) - 1]
    read = [stage.about for stage in diary.stages if stage.name == "reading"]
    assert [name.rpartition("/")[2] for name in read] == ["plan.yaml", "recipients.csv", "history.csv"]
    assert len(diary.engines) == 1


def test_each_rule_that_applies_is_a_step(campaign):
    class Rules(Diary):
        def began(self, stage):
            if stage.name == "report":
                self.of_rules = self.stages[-1].steps, self.steps
            super().began(stage)

    diary = Rules()
    with stages.watched(diary):
        report = lint(campaign())
    assert diary.of_rules == (len(report.results) + len(report.unchecked),) * 2


def test_several_plans_are_told_one_after_the_other(campaign):
    diary = Diary()
    with stages.watched(diary):
        lint_together([campaign("one"), campaign("two")])
    assert [stage.name for stage in diary.stages].count("report") == 2


def test_who_watches_no_longer_is_told_nothing(campaign):
    diary = Diary()
    with stages.watched(diary):
        stages.begin(stages.READING)
    lint(campaign())
    assert diary.stages == [stages.Stage("reading")]
