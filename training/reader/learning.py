"""Fitting the encoder and its heads to labelled drafts, on the processor, reproducible from a seed."""

from __future__ import annotations

import functools
import time
from typing import Any

import encoder
import jax
import jax.numpy as jnp
import numpy as np
import optax
from drafts import READ_RISKS, Example
from encoder import Arrays
from numpy.typing import NDArray

LAYERS = 10  # of the twelve: the last two serve search, and cost a sixth of the time
FROZEN = 3  # layers that stay as they are, as the embeddings do
TOKENS = 2048  # in a batch, with what is left open
RATE, HEAD_RATE = 1e-4, 1e-3
RATE_BY_LAYER = 0.9  # a layer learns so much slower than the one above it
WARM_UP = 0.06  # of the steps
DROPPED = 0.1  # of the numbers that enter the first layer that learns, and of its tokens
PRESENT = 2.0  # how much heavier a risk that is there weighs than one that is not
POINTING = 0.1  # how much pointing at the right words weighs
AVERAGED = 0.4  # of the steps, the last, over which the weights are averaged
WIDTHS = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 256)
PADDING = 1

jax.config.update("jax_default_prng_impl", "rbg")

Batch = dict[str, NDArray[Any]]
"""Arrays by name, made up of examples of about one length."""


def fitted(arrays: Arrays, examples: list[Example], epsilon: float, epochs: int, seed: int) -> Arrays:
    """The arrays after training on `examples`; the weights of the last steps are averaged."""
    states = frozen_states(arrays, examples, epsilon)
    trained, fixed = learned(arrays)
    steps = len(batches(examples, np.random.default_rng(seed))) * epochs
    rule = optimizer(trained, steps)

    @jax.jit
    def step(trained: Arrays, state: Any, batch: Any, key: jax.Array) -> tuple[Arrays, Any, jax.Array]:
        value, slope = jax.value_and_grad(loss)(trained, batch, epsilon, key)
        change, state = rule.update(slope, state, trained)
        return optax.apply_updates(trained, change), state, value

    state, average, averaged = rule.init(trained), trained, 0
    shuffle, key, done, began = np.random.default_rng(seed), jax.random.key(seed), 0, time.monotonic()
    recent = 0.0
    for width, numbers in (batch for _ in range(epochs) for batch in batches(examples, shuffle)):
        key, own = jax.random.split(key)
        trained, state, value = step(trained, state, assembled(examples, states, width, numbers), own)
        done, recent = done + 1, 0.98 * recent + 0.02 * float(value) if done else float(value)
        if done > steps * (1 - AVERAGED):
            averaged += 1
            average = jax.tree.map(lambda mean, new, n=averaged: mean + (new - mean) / n, average, trained)
        if done % 50 == 0 or done == steps:
            print(f"step {done} of {steps}: loss {recent:.3f}, {time.monotonic() - began:.0f} s", flush=True)
    return {**fixed, **average}


def learned(arrays: Arrays) -> tuple[Arrays, Arrays]:
    """The arrays that training changes, and those that it leaves."""
    apart = {f"l{number}." for number in range(FROZEN, LAYERS)}
    trained = {name: array for name, array in arrays.items() if name[:3] in apart or name.startswith("head.")}
    return trained, {name: array for name, array in arrays.items() if name not in trained}


def lower(arrays: Arrays, ids: jax.Array, read: jax.Array, epsilon: float) -> jax.Array:
    """The states above the frozen layers."""
    states = encoder.embed(arrays, ids, epsilon)
    for number in range(FROZEN):
        states = encoder.layer(arrays, number, states, read, epsilon)
    return states


def upper(arrays: Arrays, states: jax.Array, read: jax.Array, epsilon: float, key: jax.Array) -> jax.Array:
    """The last states; some of what enters the first layer that learns, and of what leaves the last, is dropped.

    So are whole tokens before the first, that no risk hangs on one word.
    """
    before, whole, after = jax.random.split(key, 3)
    states = _some(states, before) * jax.random.bernoulli(whole, 1 - DROPPED, (*states.shape[:2], 1))
    for number in range(FROZEN, LAYERS):
        states = encoder.layer(arrays, number, states, read, epsilon)
    return _some(states, after)


def _some(states: jax.Array, key: jax.Array) -> jax.Array:
    return jnp.where(jax.random.bernoulli(key, 1 - DROPPED, states.shape), states / (1 - DROPPED), 0.0)


def loss(arrays: Arrays, batch: dict[str, jax.Array], epsilon: float, key: jax.Array) -> jax.Array:
    """Cross entropy over risks, and how far the reader's attention strays from the words that carry one."""
    states = upper(arrays, batch["states"].astype(jnp.float32), batch["read"], epsilon, key)
    output = encoder.judge(arrays, states, batch["draft"])
    targets = batch["targets"]
    there, absent = jax.nn.log_sigmoid(output.risks), jax.nn.log_sigmoid(-output.risks)
    judged = -(PRESENT * targets * there + (1 - targets) * absent).sum(1)
    carried = (output.words * batch["carried"]).sum(1)
    pointed = jnp.where(batch["carried"].any(1), -jnp.log(carried + 1e-6), 0.0).sum(1)
    return ((judged + POINTING * pointed) * batch["real"]).sum() / batch["real"].sum()


def optimizer(arrays: Arrays, steps: int) -> optax.GradientTransformation:
    """AdamW whose rate rises, then falls to nothing; lower layers learn slower, heads faster."""

    def adam(peak: float) -> optax.GradientTransformation:
        rate = optax.warmup_cosine_decay_schedule(0.0, peak, int(WARM_UP * steps), steps)
        return optax.adamw(rate, weight_decay=0.01)

    by_layer = {f"l{number}": adam(RATE * RATE_BY_LAYER ** (LAYERS - 1 - number)) for number in range(FROZEN, LAYERS)}
    apart = optax.multi_transform({**by_layer, "head": adam(HEAD_RATE)}, {name: name.split(".")[0] for name in arrays})
    return optax.chain(optax.clip_by_global_norm(1.0), apart)


def frozen_states(arrays: Arrays, examples: list[Example], epsilon: float) -> list[NDArray[np.float16]]:
    """What the frozen layers make of each example, once for all epochs."""
    below = jax.jit(functools.partial(lower, epsilon=epsilon))
    found: dict[int, NDArray[np.float16]] = {}
    for width, numbers in batches(examples, np.random.default_rng(0)):
        ids = np.full((TOKENS // width, width), PADDING, np.int32)
        for row, number in enumerate(numbers):
            ids[row, : len(examples[number].ids)] = examples[number].ids
        states = np.asarray(below(arrays, ids, ids != PADDING), np.float16)
        for row, number in enumerate(numbers):
            found[number] = states[row, : len(examples[number].ids)].copy()
    return [found[number] for number in range(len(examples))]


def batches(examples: list[Example], shuffle: np.random.Generator) -> list[tuple[int, list[int]]]:
    """The numbers of all examples once, those of one width together, in a new order."""
    by_width: dict[int, list[int]] = {width: [] for width in WIDTHS}
    for number in shuffle.permutation(len(examples)):
        by_width[_width(examples[number])].append(int(number))
    chunks = [
        (width, numbers[at : at + TOKENS // width])
        for width, numbers in by_width.items()
        for at in range(0, len(numbers), TOKENS // width)
    ]
    return [chunks[number] for number in shuffle.permutation(len(chunks))]


def assembled(examples: list[Example], states: list[NDArray[np.float16]], width: int, numbers: list[int]) -> Batch:
    """One batch in rows of `width` tokens; rows beyond `numbers` are not real."""
    size = TOKENS // width
    batch = Batch(
        states=np.zeros((size, width, states[0].shape[1]), np.float16),
        read=np.zeros((size, width), bool),
        draft=np.zeros((size, width), bool),
        targets=np.zeros((size, len(READ_RISKS)), np.float32),
        carried=np.zeros((size, width, len(READ_RISKS)), bool),
        real=np.zeros(size, np.float32),
    )
    batch["read"][:, 0] = batch["draft"][:, 0] = True
    for row, number in enumerate(numbers):
        one, length = examples[number], len(examples[number].ids)
        batch["states"][row, :length] = states[number]
        batch["read"][row, :length] = True
        batch["draft"][row, :length] = one.draft
        batch["targets"][row] = one.targets
        batch["carried"][row, :length] = one.carried
        batch["real"][row] = 1
    return batch


def _width(one: Example) -> int:
    return next(width for width in WIDTHS if width >= len(one.ids))
