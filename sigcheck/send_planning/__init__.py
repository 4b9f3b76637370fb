"""Send times rebuilt: a time for each recipient that the rules about send times have nothing to say about.

    request = Request(limits_of(selection), seed)     # the parameters of the rules that run
    result = plan_send_times(engine, plan, senders, request)

`result.times` holds the time of each row and how a list writes it, `result.moved` those that are others than so far,
`result.shortfalls` every constraint that cannot be met, for whom and by how much. Nothing is written.
"""

from sigcheck.send_planning.limits import Limits, Request, limits_of
from sigcheck.send_planning.model import PlannedTime, SendPlan, Shortfall, Window
from sigcheck.send_planning.planner import plan_send_times

__all__ = ["Limits", "PlannedTime", "Request", "SendPlan", "Shortfall", "Window", "limits_of", "plan_send_times"]
