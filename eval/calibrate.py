#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns the weights of src/Dixit/Languages/Confidence.txt from annotated articles, and says how good they are on articles left out.

    calibrate.py FOLDER DIXIT

A log-linear model of whether an attribution is right (content at 0.5 and speaker), fitted by gradient descent with a penalty on large weights;
optional ones are left out. Trained on gold-fr-dev alone. Deterministic: no chance, articles in order of their ids.
"""
import math, pathlib, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import evaluate

FOLDS, STEPS, RATE, PENALTY = 11, 1500, 0.5, 0.004

# What French gold knows nothing of, set by hand: how doubtful constructions of English alone are, and that its lists are younger.
SET = {"rule indirect/stance": -1.9, "rule indirect/headline": -1.2, "language en": -0.7}


def features(attribution):
    language, rule = attribution["rule"].split("/", 1)
    found = ["language " + language] if "language " + language in SET else []
    found += ["any attribution", "family " + rule.split("/")[0], "rule " + rule, "speaker " + (attribution["speaker"] or {"kind": "none"})["kind"]]
    if not attribution["source"]:
        found.append("no source beside it")
    if attribution["parent"]:
        found.append("inside another's words")
    length = sum(span["end"] - span["start"] for span in attribution["content"])
    return found + (["few words"] if length < 25 else ["many words"] if length > 250 else [])


def examples(scorer, gold, predictions):
    predicted = {d["id"]: d for d in evaluate.documents(predictions)}
    for document in evaluate.documents(gold):
        words = scorer.words_of(document["text"])
        wanted = scorer.segments(document, words, True)
        found, owners = [], []
        for attribution in predicted[document["id"]]["attributions"]:
            own = scorer.segments({"attributions": [attribution]}, words, False)
            found += own
            owners += [attribution] * len(own)
        pairs = dict((p, g) for g, p in scorer.match(wanted, found, 0.5))
        optional = frozenset().union(*[g["words"] for g in wanted if g["optional"]]) if wanted else frozenset()
        for p, segment in enumerate(found):
            match = wanted[pairs[p]] if p in pairs else None
            if match["optional"] if match else len(segment["words"] & optional) * 2 >= len(segment["words"]):
                continue
            yield document["id"], features(owners[p]), bool(match) and scorer.same_speaker(match["names"], segment["names"])


def chance(weights, found):
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) for name in found)))


def fit(rows):
    weights = {name: 0.0 for _, found, _ in rows for name in found}
    for _ in range(STEPS):
        slope = {name: 0.0 for name in weights}
        for _, found, right in rows:
            error = right - chance(weights, found)
            for name in found:
                slope[name] += error
        for name in weights:
            penalty = 0 if name == "any attribution" else PENALTY * weights[name]
            weights[name] += RATE * (slope[name] / len(rows) - penalty)
    return weights


def expected_error(pairs):
    bins = [[0, 0.0, 0] for _ in range(10)]
    for confidence, right in pairs:
        place = bins[min(9, int(confidence * 10))]
        place[0] += 1
        place[1] += confidence
        place[2] += right
    return sum(abs(right - total) for n, total, right in bins if n) / len(pairs), bins


def main():
    folder, dixit = pathlib.Path(sys.argv[1]), sys.argv[2]
    sys.path.insert(0, str(folder))
    import score as scorer

    with tempfile.TemporaryDirectory() as work:
        gold = folder / "gold-fr-dev"
        rows = list(examples(scorer, gold, evaluate.extract(dixit, gold, pathlib.Path(work))))
        other = folder / "gold-en-dev"
        english = list(examples(scorer, other, evaluate.extract(dixit, other, pathlib.Path(work)))) if other.exists() else []
    ids = sorted({identity for identity, _, _ in rows})
    held_out = []
    for fold in range(FOLDS):
        test = set(ids[fold::FOLDS])
        weights = fit([row for row in rows if row[0] not in test])
        held_out += [(chance(weights, found), right) for identity, found, right in rows if identity in test]
    weights = fit(rows)
    error, bins = expected_error(held_out)
    print(f"French, articles left out: expected calibration error {error:.3f} of {len(held_out)}")
    for i, (n, total, right) in enumerate(bins):
        if n:
            print(f"  {i / 10:.1f}: {n} attributions, confidence {total / n:.2f}, right {right / n:.2f}")
    if english:
        print(f"English, trained on French: {expected_error([(chance(weights | SET, found), right) for _, found, right in english])[0]:.3f} of {len(english)}")
    weights |= SET
    target = HERE.parent / "src" / "Dixit" / "Languages" / "Confidence.txt"
    lines = ["# What speaks for an attribution and against it: fact | weight, added to the logarithm of the odds. Learnt by eval/calibrate.py; not to be edited by hand.", ""]
    lines += [f"{name} | {weight:.3f}" for name, weight in sorted(weights.items(), key=lambda item: (-abs(round(item[1], 3)), item[0])) if abs(weight) >= 0.0005]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
