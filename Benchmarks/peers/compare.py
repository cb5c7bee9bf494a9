"""Grades the same submissions with each grader, holds every grade against what it has to be, and prints seconds for each.

usage: compare.py GRADUS WORK SUBMISSIONS
"""

import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

gradus, work, count = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent
tools = pathlib.Path(sys.executable).parent
environment = dict(os.environ, PATH=f"{tools}:{os.environ['PATH']}", JUPYTER_PLATFORM_DIRS="1")
points = 20
checks = (here / "checks.py").read_text()
solution = (here / "bptt.py").read_text()


def changed(text, old, new):
    if text.count(old) != 1:
        sys.exit(f"peers: '{old}' does not stand once in the solution")
    return text.replace(old, new)


# What students hand in, in Python: of four two are right, one forgets what the next step says of the state, one is not written.
body = solution[solution.index("    h, z = rnn_forward(x, h0, p)"):]
right = ("right", solution)
wrong = ("wrong", changed(solution, 'p["Wy"].T @ dz + p["Wh"].T @ da', 'p["Wy"].T @ dz'))
unwritten = ("not written", changed(solution, body, "    raise NotImplementedError\n"))
kinds = [right, wrong, right, unwritten]
submissions = [(kind, text + f"# {number}\n") for number in range(count) for kind, text in [kinds[number % 4]]]


def clean(name):
    folder = work / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def run(words, folder, codes=(0,)):
    start = time.monotonic()
    done = subprocess.run(words, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode not in codes:
        said = (done.stdout + done.stderr)[-3000:]
        sys.exit(f"peers: {' '.join(map(str, words))} ended with {done.returncode}:\n{said}")
    return time.monotonic() - start, done.stdout


def hold(grader, grades):
    """Ends everything unless right work got full marks, and none of the rest did."""
    if len(grades) != len(submissions[: len(grades)]) or not grades:
        sys.exit(f"peers: {grader} graded {len(grades)} of {count} submissions")
    for number, ((kind, _), grade) in enumerate(zip(submissions, grades)):
        if (grade == points) != (kind == "right") or not 0 <= grade <= points:
            sys.exit(f"peers: {grader} gave {grade} of {points} points for submission {number}, which is {kind}")


def book(*cells):
    made = new_notebook(cells=list(cells))
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return made


def nbgrader():
    folder = clean("nbgrader")
    (folder / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.CourseDirectory.root = {str(folder)!r}\nc.CourseDirectory.course_id = 'c'\n"
    )

    def mark(cell, name, **kind):
        base = dict(schema_version=3, grade_id=name, grade=False, solution=False, locked=False, task=False)
        cell.metadata["nbgrader"] = {**base, **kind}
        return cell

    release = folder / "source" / "bptt"
    release.mkdir(parents=True)
    made = book(
        mark(new_code_cell(solution), "work", solution=True),
        mark(new_code_cell(checks + "\n\nassert check(rnn_forward, sequence_loss, bptt)\n"), "checks", grade=True,
             locked=True, points=points))
    nbformat.write(made, release / "bptt.ipynb")
    run(["nbgrader", "generate_assignment", "bptt", "--CreateAssignment.create_assignment=True"], folder)
    for number, (_, text) in enumerate(submissions):
        place = folder / "submitted" / f"s{number}" / "bptt"
        place.mkdir(parents=True)
        made.cells[0].source = text
        nbformat.write(made, place / "bptt.ipynb")
    seconds, _ = run(["nbgrader", "autograde", "bptt"], folder)
    run(["nbgrader", "export"], folder)
    rows = csv.DictReader(io.StringIO((folder / "grades.csv").read_text()))
    grades = {row["student_id"]: float(row["score"]) for row in rows}
    hold("nbgrader", [grades[f"s{number}"] for number in range(count)])
    return seconds / count


def otter(most=4):
    folder = clean("otter")
    (folder / "tests").mkdir()
    (folder / "checks.py").write_text(checks)
    # Its form of tests is a doctest; the functions of the checks come with it as a support file.
    (folder / "tests" / "bptt.py").write_text(
        "OK_FORMAT = True\n"
        f"test = {{'name': 'bptt', 'points': {points}, 'suites': [{{'cases': [{{'code': '>>> from checks import check\\n"
        ">>> check(rnn_forward, sequence_loss, bptt)\\nTrue', 'hidden': False, 'locked': False}],"
        " 'scored': True, 'setup': '', 'teardown': '', 'type': 'doctest'}]}\n"
    )
    run(["otter", "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment", "checks.py"], folder)
    total, grades = 0, []
    for number, (_, text) in enumerate(submissions[:most]):
        nbformat.write(book(new_code_cell(text)), folder / "bptt.ipynb")
        (folder / f"out-{number}").mkdir()
        seconds, _ = run(["otter", "run", "-a", "autograder.zip", "-o", f"out-{number}", "bptt.ipynb"], folder)
        total += seconds
        results = json.loads((folder / f"out-{number}" / "results.json").read_text())
        grades.append(sum(test.get("score") or 0 for test in results["tests"]))
    hold("otter", grades)
    return total / len(grades)


def pytest():
    folder = clean("pytest")
    total, grades = 0, []
    for number, (_, text) in enumerate(submissions):
        place = folder / f"s{number}"
        place.mkdir()
        (place / "bptt.py").write_text(text)
        (place / "checks.py").write_text(checks)
        (place / "test_bptt.py").write_text(
            "from bptt import bptt, rnn_forward, sequence_loss\nfrom checks import check\n\n\n"
            "def test_bptt():\n    assert check(rnn_forward, sequence_loss, bptt)\n"
        )
        seconds, said = run(["pytest", "-q"], place, codes=(0, 1))
        total += seconds
        grades.append(points if re.search(r"^1 passed", said, re.MULTILINE) else 0)
    hold("pytest", grades)
    return total / count


def ours(jobs):
    """The same mix in Swift, with the edit that our own list of mistakes has for the one that is wrong."""
    folder = clean("gradus")
    reference = root / "solutions" / "03-recurrent" / "bptt.swift"
    text = reference.read_text()
    edit = re.search(r"```diff\n(.*?)```", reference.with_suffix(".md").read_text(), re.DOTALL).group(1).splitlines(True)
    old, new = ("".join(line[1:] for line in edit if line[0] != mark) for mark in "+-")
    texts = {
        "right": text, "wrong": changed(text, old, new),
        "not written": (root / "exercises" / "03-recurrent" / "bptt.swift").read_text(),
    }
    # Four times as many: with so few submissions the start of the command would be a large part.
    numbers = range(4 * count)
    for number in numbers:
        place = folder / "submissions" / f"s{number}"
        place.mkdir(parents=True)
        (place / "bptt.swift").write_text(texts[submissions[number % count][0]] + f"// {number}\n")
    book = folder / "class.db"
    words = [gradus, "grade", folder / "submissions", "--gradebook", book, "--jobs", str(jobs)]
    seconds, _ = run(words, root)
    _, said = run([gradus, "export", "totals", "--gradebook", book], root)
    grades = {row["student"]: float(row["total"]) for row in csv.DictReader(io.StringIO(said))}
    for start in numbers[::count]:
        hold("gradus", [grades[f"s{start + number}"] for number in range(count)])
    return seconds / len(numbers)


cores = os.cpu_count()
print(f"{count} submissions of backpropagation through time, a half right, a quarter wrong and a quarter not written;")
print("seconds for each, the start of the grader included; every grade was held against what it has to be\n", flush=True)
several = ours(cores)
graders = [
    (f"gradus, {cores} at a time", lambda: several), ("gradus, one at a time", lambda: ours(1)),
    ("pytest, a process each", pytest), ("nbgrader autograde", nbgrader), ("otter run", otter),
]
seconds = {}
for name, grader in graders:
    seconds[name] = grader()
    print(f"{name:28}{seconds[name]:8.3f} s{seconds[name] / several:9.1f} times gradus, {cores} at a time", flush=True)
ratio = seconds["nbgrader autograde"] / several
print(f"\ntarget {'met' if ratio >= 10 else 'NOT MET'}: nbgrader's seconds over ours: {ratio:.1f}, at least 10")
