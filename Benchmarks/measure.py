"""Whole processes, measured: processor time, wall time, peak memory; interleaved, as medians. Standard library only."""
import math
import os
import statistics
import subprocess
import sys
import time

#: Programs whose first run took longer than so many seconds of processor time are not run again: their ratios are plain.
SLOW = 20

#: Runs below this many seconds of processor time say more of the start of a program than of its work.
MINIMUM = 1e-3


class Cost:
    """Processor seconds (user and system), wall seconds and peak memory in MB of one process, its children's included.

    A run that was stopped after its time has no end of processor seconds, and that time as wall seconds.
    """

    def __init__(self, cpu, wall, peak, status=0):
        self.cpu, self.wall, self.peak, self.status = cpu, wall, peak, status

    @property
    def was_stopped(self):
        return self.cpu == math.inf


#: Starts the program and reports its cost: a process of its own, since the peak of a child counts what its parent held when it was forked.
RUNNER = """
import os, resource, subprocess, sys, time
start = time.perf_counter()
child = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
                         start_new_session=True)
try:
    child.wait(timeout=float(sys.argv[1]))
except subprocess.TimeoutExpired:
    os.killpg(child.pid, 9); child.wait(); print('timeout'); sys.exit()
wall = time.perf_counter() - start
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(child.returncode, usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)
"""


def run(command, timeout=600, accepted=(0,)):
    """The cost of one run, stopped after `timeout` seconds; `None` where the program is missing or ends with a status that is not accepted."""
    answer = subprocess.run([sys.executable, "-S", "-c", RUNNER, str(timeout), *map(str, command)], capture_output=True, text=True).stdout.split()
    if answer == ["timeout"]:
        return Cost(math.inf, timeout, math.nan)
    if len(answer) != 4 or int(answer[0]) not in accepted:
        return None
    return Cost(*map(float, answer[1:]), status=int(answer[0]))


def medians(commands, runs, timeout=600):
    """The median costs of commands by name, run in turn so that a busy machine slows all of them alike; failures are left out."""
    costs = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            if costs[name] is not None and not any(cost.cpu > SLOW for cost in costs[name]):
                cost = run(command, timeout)
                costs[name] = costs[name] + [cost] if cost else None
    return {name: Cost(*(statistics.median(getattr(cost, part) for cost in list_) for part in ("cpu", "wall", "peak")))
            for name, list_ in costs.items() if list_}


def table(heads, rows):
    """A Markdown table; the first column is text, the others are figures."""
    lines = ["| " + " | ".join(heads) + " |", "|---" + "|--:" * (len(heads) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def ratios(costs, ours, floor=None, files=None):
    """Rows of a table of costs: seconds, memory, and how many times ours and the floor's processor time each takes.

    `files` is over how many files each ran; then costs are compared by file.
    """
    def times(cost, name, other):
        if other not in costs:
            return "–"
        share = files[name] / files[other] if files else 1
        least = cost.wall if cost.was_stopped else cost.cpu
        return f"{'> ' if cost.was_stopped else ''}{least / share / max(MINIMUM, costs[other].cpu):.2f}"

    rows = []
    for name, cost in costs.items():
        seconds = ["–", f"> {cost.wall:.0f}", "–"] if cost.was_stopped else [f"{cost.cpu:.3f}", f"{cost.wall:.3f}", f"{cost.peak:.0f}"]
        rows.append([name, *([f"{files[name]:,}"] if files else []), *seconds, times(cost, name, ours), times(cost, name, floor)])
    return table(["program", *(["files"] if files else []), "CPU s", "wall s", "peak MB", "× ours", "× floor"], rows)
