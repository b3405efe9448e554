"""The encoder and its heads as a function of arrays (JAX): BERT as multilingual-e5-small has it.

A risk is read by attention of its own: it weighs the words of the draft (`words`, which sum to one) and reads their
weighed mean beside the plain mean. So what it read is at the same time which words carry it.
"""

from __future__ import annotations

from typing import NamedTuple

import jax
import jax.numpy as jnp

Arrays = dict[str, jax.Array]

HEAD_WIDTH = 32
NOTHING = -1e9  # the score of a token that may not be looked at


class Output(NamedTuple):
    """For each draft and risk a logit [B, R], for each token its part in it [B, T, R], and a unit vector [B, 384]."""

    risks: jax.Array
    words: jax.Array
    vector: jax.Array


def embed(arrays: Arrays, ids: jax.Array, epsilon: float) -> jax.Array:
    """The states [B, T, 384] that enter the first layer."""
    states = arrays["emb.word"][ids] + arrays["emb.pos"][: ids.shape[1]] + arrays["emb.type"][0]
    return _norm(states, arrays, "emb.ln", epsilon)


def layer(arrays: Arrays, number: int, states: jax.Array, read: jax.Array, epsilon: float) -> jax.Array:
    """One layer of the encoder; `read` [B, T] is true where a token stands."""
    at = f"l{number}."
    batch, length, width = states.shape

    def heads(name: str) -> jax.Array:
        return _linear(states, arrays, at + name).reshape(batch, length, width // HEAD_WIDTH, HEAD_WIDTH)

    scores = jnp.einsum("bqhd,bkhd->bhqk", heads("q"), heads("k")) / HEAD_WIDTH**0.5
    weights = jax.nn.softmax(jnp.where(read[:, None, None, :], scores, NOTHING), axis=-1)
    looked = jnp.einsum("bhqk,bkhd->bqhd", weights, heads("v")).reshape(states.shape)
    states = _norm(states + _linear(looked, arrays, at + "ao"), arrays, at + "aln", epsilon)
    inner = jax.nn.gelu(_linear(states, arrays, at + "fi"), approximate=False)
    return _norm(states + _linear(inner, arrays, at + "fo"), arrays, at + "oln", epsilon)


def judge(arrays: Arrays, states: jax.Array, draft: jax.Array) -> Output:
    """What the heads make of the last states; `draft` [B, T] is true for tokens of the draft itself."""
    weights = jax.nn.softmax(jnp.where(draft[..., None], states @ arrays["head.look"], NOTHING), axis=1)
    looked = jnp.einsum("btr,btd->brd", weights, states)
    mean = jnp.einsum("btd,bt->bd", states, draft / draft.sum(1, keepdims=True))
    risks = jnp.einsum("brd,rd->br", looked, arrays["head.part"]) + mean @ arrays["head.whole"] + arrays["head.bias"]
    return Output(risks, weights, mean / jnp.linalg.norm(mean, axis=-1, keepdims=True))


def new_heads(key: jax.Array, risks: int, width: int) -> Arrays:
    """Heads that look everywhere alike and find nothing."""
    part, whole = jax.random.normal(key, (2, risks, width)) * 0.02
    look = jnp.zeros((width, risks))
    return {
        "head.look": look,
        "head.part": part,
        "head.whole": whole.T,
        "head.bias": jnp.full(risks, -3.0, jnp.float32),
    }


def _linear(states: jax.Array, arrays: Arrays, name: str) -> jax.Array:
    return states @ arrays[name + ".w"] + arrays[name + ".b"]


def _norm(states: jax.Array, arrays: Arrays, name: str, epsilon: float) -> jax.Array:
    mean = states.mean(-1, keepdims=True)
    variance = ((states - mean) ** 2).mean(-1, keepdims=True)
    return (states - mean) * jax.lax.rsqrt(variance + epsilon) * arrays[name + ".w"] + arrays[name + ".b"]
