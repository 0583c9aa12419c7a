"""A parsed text and its day of publication in, its time expressions out: TIMEX3 with the days they stand for.

`attach_times` tells which verb or event noun each of them dates.
"""

from detente.reading.times.attach import AttachedTime, attach_times
from detente.reading.times.find import find_times

__all__ = ["AttachedTime", "attach_times", "find_times"]
