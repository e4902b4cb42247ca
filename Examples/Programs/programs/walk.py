"""Walkers on a square lattice who go on in their direction with a probability, and else turn to either side or back.

    python3 walk.py PERSISTENCE WALKERS STEPS SEED

Writes their mean squared displacement after each step with its standard error, and how far it is on the standard error
stream.
"""

import sys

import numpy

persistence = float(sys.argv[1])
walkers, steps, seed = (int(word) for word in sys.argv[2:5])
random = numpy.random.default_rng(seed)
moves = numpy.array([[1, 0], [0, 1], [-1, 0], [0, -1]])
position = numpy.zeros((walkers, 2), dtype=numpy.int64)
direction = random.integers(0, 4, walkers)
print("time,displacement,error")
for time in range(1, steps + 1):
    if time > 1:
        turns = random.random(walkers) >= persistence
        direction = (direction + turns * random.integers(1, 4, walkers)) % 4
    position += moves[direction]
    square = (position**2).sum(axis=1)
    print(f"{time},{square.mean()},{square.std(ddof=1) / walkers**0.5}")
    print(f"step {time}/{steps}", file=sys.stderr, flush=True)
