"""Grades the same exercise with each grader and prints seconds per submission. usage: compare.py GRADUS WORK SUBMISSIONS"""

import os
import pathlib
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
solution = (here / "bptt.py").read_text()
checks = (here / "checks.py").read_text()
environment = dict(os.environ, PATH=f"{tools}:{os.environ['PATH']}", JUPYTER_PLATFORM_DIRS="1")


def clean(name):
    folder = work / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def run(words, folder):
    start = time.monotonic()
    done = subprocess.run(words, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        sys.exit(f"peers: {' '.join(map(str, words))} ended with {done.returncode}:\n{done.stdout[-3000:]}")
    return time.monotonic() - start, done.stdout


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
    book = new_notebook(cells=[
        mark(new_code_cell(solution), "work", solution=True),
        mark(new_code_cell(checks + "\n\nassert check(rnn_forward, sequence_loss, bptt)\n"), "checks", grade=True,
             locked=True, points=20),
    ])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(book, release / "bptt.ipynb")
    run(["nbgrader", "generate_assignment", "bptt", "--CreateAssignment.create_assignment=True"], folder)
    for number in range(count):
        place = folder / "submitted" / f"s{number}" / "bptt"
        place.mkdir(parents=True)
        book.cells[0].source = solution + f"# {number}\n"
        nbformat.write(book, place / "bptt.ipynb")
    seconds, _ = run(["nbgrader", "autograde", "bptt"], folder)
    run(["nbgrader", "export"], folder)
    rows = (folder / "grades.csv").read_text().splitlines()
    if sum(",20.0,0.0,20.0,20.0" in row for row in rows) != count:
        sys.exit("peers: nbgrader did not give everybody full marks:\n" + "\n".join(rows[:3]))
    return seconds / count


def otter(most=3):
    folder = clean("otter")
    (folder / "tests").mkdir()
    lines = checks.splitlines()
    # Its form of tests is a doctest; the functions of the checks come with it as a support file.
    (folder / "checks.py").write_text("\n".join(lines) + "\n")
    (folder / "tests" / "bptt.py").write_text(
        "OK_FORMAT = True\n"
        "test = {'name': 'bptt', 'points': 20, 'suites': [{'cases': [{'code': '>>> from checks import check\\n"
        ">>> check(rnn_forward, sequence_loss, bptt)\\nTrue', 'hidden': False, 'locked': False}],"
        " 'scored': True, 'setup': '', 'teardown': '', 'type': 'doctest'}]}\n"
    )
    run(["otter", "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment", "checks.py"], folder)
    book = new_notebook(cells=[new_code_cell(solution)])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(book, folder / "bptt.ipynb")
    total = 0
    for number in range(min(count, most)):
        seconds, said = run(["otter", "run", "-a", "autograder.zip", "-o", f"out-{number}", "bptt.ipynb"], folder)
        if "20" not in said + (folder / f"out-{number}" / "results.json").read_text():
            sys.exit("peers: otter did not give full marks:\n" + said[-2000:])
        total += seconds
    return total / min(count, most)


def pytest():
    folder = clean("pytest")
    (folder / "bptt.py").write_text(solution)
    (folder / "checks.py").write_text(checks)
    (folder / "test_bptt.py").write_text(
        "from bptt import bptt, rnn_forward, sequence_loss\nfrom checks import check\n\n\n"
        "def test_bptt():\n    assert check(rnn_forward, sequence_loss, bptt)\n"
    )
    run(["pytest", "-q"], folder)
    return sum(run(["pytest", "-q"], folder)[0] for _ in range(count)) / count


def ours():
    folder = clean("gradus")
    text = (root / "solutions" / "03-recurrent" / "bptt.swift").read_text()
    for number in range(4 * count):
        place = folder / "submissions" / f"s{number}"
        place.mkdir(parents=True)
        (place / "bptt.swift").write_text(text + f"// {number}\n")
    words = [gradus, "grade", folder / "submissions", "--gradebook", folder / "class.db", "--format", "json"]
    one, _ = run(words + ["--jobs", "1"], root)
    (folder / "class.db").unlink()
    all_, said = run(words, root)
    if f'"passed": {4 * count}' not in said:
        sys.exit("peers: ours did not pass:\n" + said)
    return one / (4 * count), all_ / (4 * count)


one, several = ours()
rows = [("gradus, one at a time", one), (f"gradus, {os.cpu_count()} at a time", several)]
print(f"{count} submissions of backpropagation through time, all right; seconds for each, one after the other\n")
for name, grader in [("pytest, a process each", pytest), ("nbgrader autograde", nbgrader), ("otter run", otter)]:
    rows.append((name, grader()))
for name, seconds in rows:
    print(f"{name:28}{seconds:8.3f} s{seconds / several:9.1f} times ours at {os.cpu_count()} at a time")
nb = rows[3][1]
verdict = "met" if nb / several >= 10 else "NOT MET"
print(f"\ntarget {verdict}: nbgrader's seconds over ours: {nb / several:.1f}, at least 10")
