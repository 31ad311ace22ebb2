#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Extracts from gold documents, scores with the folder's own score.py, prints one table and holds it to eval/baseline.json.

    evaluate.py FOLDER DIXIT [--errors N] [--update-baseline]
"""
import argparse, json, pathlib, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
SLACK = 0.005  # how far a figure may fall below the baseline

SETS = {"seeds": "seed-*", "gold-fr-dev": "*", "without the seeds": "!seed-*"}

# name, where score.py's result has it, target on the seeds, target on the whole
FIGURES = [
    ("who said what, F1", ("who_said_what", "f1"), 0.90, 0.78),
    ("who said what, precision", ("who_said_what", "precision"), None, None),
    ("who said what, recall", ("who_said_what", "recall"), None, None),
    ("detection@0.5, F1", ("detection@0.5", "f1"), None, 0.86),
    ("detection@0.8, F1", ("detection@0.8", "f1"), None, 0.76),
    ("direct recall", ("recall_by_type", "direct", "recall"), None, 0.95),
    ("indirect recall", ("recall_by_type", "indirect", "recall"), None, None),
    ("mixed recall", ("recall_by_type", "mixed", "recall"), None, None),
    ("speaker right", ("speaker", "accuracy"), None, 0.90),
    ("speaker wrong", ("wrong", "accuracy"), None, 0.06),
    ("cue", ("cue", "accuracy"), None, None),
    ("source", ("source", "accuracy"), None, None),
    ("type", ("type", "accuracy"), None, None),
    ("act", ("act", "accuracy"), None, 0.65),
    ("via", ("via", "accuracy"), None, 0.60),
]
LOWER_IS_BETTER = {"speaker wrong"}


def extract(dixit, gold, work):
    """The predictions for the gold texts, which are given what a reader of the article would have and no more."""
    source, target = work / "input.jsonl", work / "predictions.jsonl"
    with source.open("w", encoding="utf-8") as out:
        for path in sorted(gold.glob("*.json")):
            document = json.loads(path.read_text(encoding="utf-8"))
            record = {"id": document["id"], "text": document["text"], "language": document.get("lang"), "published": document.get("published")}
            out.write(json.dumps({k: v for k, v in record.items() if v is not None}, ensure_ascii=False) + "\n")
    subprocess.run([dixit, "extract", source, "--format", "jsonl", "--out", target], check=True)
    return target


def score(folder, predictions, pattern, errors):
    command = [sys.executable, folder / "score.py", folder / "gold-fr-dev", predictions, "--docs", pattern, "--json", "--errors", str(errors)]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    result = json.loads(lines[0])
    figures = {}
    for name, path, _, _ in FIGURES:
        value = result
        for key in path:
            value = (value or {}).get(key)
        figures[name] = value
    return figures, lines[1:]


def meets(name, value, bound):
    return value is None or bound is None or (value <= bound if name in LOWER_IS_BETTER else value >= bound)


def table(figures):
    def cell(name, value, target):
        return "–" if value is None else f"{value:.3f}" + ("" if meets(name, value, target) else " ✗")

    rows = [["figure", *SETS, "target"]]
    for name, _, seeds, whole in FIGURES:
        sign = "≤" if name in LOWER_IS_BETTER else "≥"
        targets = [f"{sign} {whole:.2f}" if whole else "", f"seeds {sign} {seeds:.2f}" if seeds else ""]
        cells = [cell(name, figures[label][name], target) for label, target in zip(SETS, (seeds, whole, None))]
        rows.append([name, *cells, ", ".join(t for t in targets if t)])
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ["| " + " | ".join(text.ljust(width) for text, width in zip(row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def fallen(figures, baseline):
    for label, values in baseline.items():
        for name, before in values.items():
            if before is None:
                continue
            now = figures.get(label, {}).get(name)
            bound = before + SLACK if name in LOWER_IS_BETTER else before - SLACK
            if now is None or not meets(name, now, bound):
                yield f"{label}: {name} was {before:.3f} and is {'gone' if now is None else f'{now:.3f}'}"


def commit():
    def git(*arguments):
        return subprocess.run(["git", "-C", HERE, *arguments], check=True, capture_output=True, text=True).stdout.strip()

    return git("rev-parse", "--short", "HEAD") + ("-changed" if git("status", "--porcelain", "--", "../src") else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("dixit")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print up to N errors of the whole set")
    parser.add_argument("--update-baseline", action="store_true")
    options = parser.parse_args()

    figures = {}
    with tempfile.TemporaryDirectory() as work:
        predictions = extract(options.dixit, options.folder / "gold-fr-dev", pathlib.Path(work))
        for label, pattern in SETS.items():
            figures[label], errors = score(options.folder, predictions, pattern, options.errors if pattern == "*" else 0)
            for line in errors:
                print(line)

    print(table(figures))
    name = commit()
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    (results / f"{name}.md").write_text(f"# Figures at {name}\n\n{table(figures)}\n", encoding="utf-8")

    baseline = HERE / "baseline.json"
    if options.update_baseline:
        baseline.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        return 0
    problems = list(fallen(figures, json.loads(baseline.read_text(encoding="utf-8")))) if baseline.exists() else []
    for problem in problems:
        print(f"eval: below the baseline: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
