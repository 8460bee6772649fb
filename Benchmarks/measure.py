"""Whole processes, measured: processor time, wall time, peak memory; interleaved, as medians. Standard library only."""
import os
import statistics
import subprocess
import sys
import time

#: Runs below this many seconds of processor time say more of the start of a program than of its work.
MINIMUM = 1e-3


class Cost:
    """Processor seconds (user and system), wall seconds and peak memory in MB of one process, its children's included."""

    def __init__(self, cpu, wall, peak, status=0):
        self.cpu, self.wall, self.peak, self.status = cpu, wall, peak, status


#: Starts the program and reports its cost: a process of its own, since the peak of a child counts what its parent held when it was forked.
RUNNER = """
import os, resource, subprocess, sys, time
start = time.perf_counter()
child = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
try:
    child.wait(timeout=float(sys.argv[1]))
except subprocess.TimeoutExpired:
    child.kill(); child.wait(); print('timeout'); sys.exit()
wall = time.perf_counter() - start
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(child.returncode, usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)
"""


def run(command, timeout=600, accepted=(0,)):
    """The cost of one run; `None` where the program is missing, ends with a status that is not accepted, or takes longer than `timeout` seconds."""
    answer = subprocess.run([sys.executable, "-S", "-c", RUNNER, str(timeout), *map(str, command)], capture_output=True, text=True).stdout.split()
    if len(answer) != 4 or int(answer[0]) not in accepted:
        return None
    return Cost(*map(float, answer[1:]), status=int(answer[0]))


def medians(commands, runs, timeout=600):
    """The median costs of commands by name, run in turn so that a busy machine slows all of them alike; failures are left out."""
    costs = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            if costs[name] is not None:
                cost = run(command, timeout)
                costs[name] = costs[name] + [cost] if cost else None
    return {name: Cost(*(statistics.median(getattr(cost, part) for cost in list_) for part in ("cpu", "wall", "peak")))
            for name, list_ in costs.items() if list_}


def table(heads, rows):
    """A Markdown table; the first column is text, the others are figures."""
    lines = ["| " + " | ".join(heads) + " |", "|---" + "|--:" * (len(heads) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def ratios(costs, ours, floor=None):
    """Rows of a table of costs: seconds, memory, and how many times ours and the floor's processor time each takes."""
    rows = []
    for name, cost in costs.items():
        row = [name, f"{cost.cpu:.3f}", f"{cost.wall:.3f}", f"{cost.peak:.0f}"]
        row.append(f"{cost.cpu / max(MINIMUM, costs[ours].cpu):.2f}" if ours in costs else "–")
        row.append(f"{cost.cpu / max(MINIMUM, costs[floor].cpu):.2f}" if floor in costs else "–")
        rows.append(row)
    return table(["program", "CPU s", "wall s", "peak MB", "× ours", "× floor"], rows)
