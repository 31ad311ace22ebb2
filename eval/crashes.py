# SPDX-License-Identifier: Apache-2.0
"""Kills a read again and again, and compares what is left with an undisturbed one. Called by eval/crashes."""
import hashlib
import json
import os
import random
import subprocess
import sys
import time

dixit, work, kills, commit = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
articles = os.path.join(work, "articles.jsonl")
whole, torn = os.path.join(work, "undisturbed.db"), os.path.join(work, "killed.db")
seed = 20241004


def run(*arguments):
    done = subprocess.run([dixit, *arguments], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"dixit {' '.join(arguments)}: {done.returncode}\n{done.stdout.decode()[-2000:]}{done.stderr.decode()[-2000:]}")
    return done.stdout


def documents(ledger):
    return json.loads(run("ledger", "info", "--ledger", ledger, "--json"))["documents"]


def export_hash(ledger):
    return hashlib.sha256(run("export", "--ledger", ledger)).hexdigest()


def is_sound(ledger):
    return subprocess.run([dixit, "ledger", "check", "--ledger", ledger], capture_output=True).returncode == 0


def finish():
    run("read", articles, "--ledger", torn, "--quiet")
    return is_sound(torn), export_hash(torn) == undisturbed


start = time.monotonic()
run("read", articles, "--ledger", whole, "--quiet")
seconds = time.monotonic() - start
undisturbed = export_hash(whole)
chance = random.Random(seed)
kept, unsound, finished, different = [], 0, 0, 0
while len(kept) < kills:
    process = subprocess.Popen([dixit, "read", articles, "--ledger", torn, "--quiet"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        # From before the ledger is opened to well within the work.
        process.wait(chance.random() * (1 + 6 * seconds / kills))
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        if os.path.exists(torn) and os.path.getsize(torn) > 0:
            unsound += not is_sound(torn)
            kept.append(documents(torn))
        else:
            kept.append(0)
        if len(kept) < kills:
            continue
    # All was read in before it was killed as often as asked: once more from the beginning.
    sound, same = finish()
    unsound += not sound
    different += not same
    finished += 1
    for end in ("", "-wal", "-shm", "-lock"):
        if os.path.exists(torn + end):
            os.remove(torn + end)

print(f"# Killed reads, commit {commit}\n")
print(f"- articles: {documents(whole)}, read undisturbed in {seconds:.1f} s; kills: {len(kept)}, seed {seed}")
print(f"- documents that stood after each kill: {', '.join(map(str, kept))}")
print(f"- ledgers that did not open or did not pass the integrity check: {unsound}")
print(f"- ledgers read to the end afterwards: {finished}, of which the export differs from the undisturbed one in any byte: {different}")
sys.exit(1 if different or unsound else 0)
