"""The trained reader as an ONNX file of 8-bit weights, which onnxruntime reads on every system."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import onnxruntime
from encoder import HEAD_WIDTH
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

ERRORS_ONLY = 3
OPSET, IR = 17, 9  # versions of ONNX that onnxruntime has long read
MICROSOFT = "com.microsoft"  # the domain of onnxruntime's own nodes
QUERY_KEY_VALUE = ("q", "k", "v")


class Graph:
    """An ONNX graph under construction; `add` returns the name of what a node gives."""

    def __init__(self, arrays: Mapping[str, NDArray[np.float32]]) -> None:
        self._nodes: list[Any] = []
        self._constants = [numpy_helper.from_array(np.asarray(array), name) for name, array in arrays.items()]

    def add(self, kind: str, *inputs: str, name: str = "", **attributes: Any) -> str:
        """A node of that kind."""
        name = name or f"{kind.lower()}{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [name], **attributes))
        return name

    def parts(self, states: str, sizes: list[int]) -> list[str]:
        """The numbers of each state in parts of these sizes."""
        names = [f"part{len(self._nodes)}.{number}" for number in range(len(sizes))]
        self._nodes.append(helper.make_node("Split", [states, self.constant(sizes, np.int64)], names, axis=-1))
        return names

    def constant(self, value: Any, dtype: Any = np.float32) -> str:
        """A value that is always the same."""
        name = f"constant{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.asarray(value, dtype), name))
        return name

    def linear(self, states: str, name: str) -> str:
        """Weights and a bias."""
        return self.add("Add", self.add("MatMul", states, name + ".w"), name + ".b")

    def norm(self, states: str, name: str, epsilon: float) -> str:
        """Layer normalisation."""
        return self.add("LayerNormalization", states, name + ".w", name + ".b", axis=-1, epsilon=epsilon)

    def model(self, inputs: list[Any], outputs: list[Any]) -> onnx.ModelProto:
        """The finished model."""
        graph = helper.make_graph(self._nodes, "reader", inputs, outputs, self._constants)
        versions = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=versions, ir_version=IR)


def quantised(arrays: Mapping[str, NDArray[np.float32]], layers: int, epsilon: float) -> bytes:
    """The model for one text at a time.

    `input_ids` and `draft` (1 where a token is the draft's), both [1, T], give `risks` [R], `words` [T, R] and
    `vector` [width]. Weights have 7 bits by channel: processors without VNNI overflow on 8.
    """
    with tempfile.TemporaryDirectory() as folder:
        exact, small = Path(folder, "exact.onnx"), Path(folder, "small.onnx")
        onnx.save(_graph(arrays, layers, epsilon), exact)
        quantize_dynamic(
            exact,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul", "Gather"],
            extra_options={"DefaultTensorType": TensorProto.FLOAT},  # of what onnxruntime's own nodes give
        )
        return optimised(small)


def optimised(path: Path) -> bytes:
    """A model with its nodes joined as onnxruntime joins them for any processor, so that loading it takes less time.

    A sum and the normalisation after it stay apart: joined they take three times as long.
    """
    with tempfile.TemporaryDirectory() as folder:
        joined = Path(folder, "joined.onnx")
        options = onnxruntime.SessionOptions()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
        options.optimized_model_filepath = str(joined)
        options.log_severity_level = ERRORS_ONLY  # what it joins for one processor alone comes at a higher level
        onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
        )
        return joined.read_bytes()


def _graph(arrays: Mapping[str, NDArray[np.float32]], layers: int, epsilon: float) -> onnx.ModelProto:
    risks, width = arrays["head.part"].shape
    arrays = {**arrays, "emb.type": arrays["emb.type"][0], **_joined(arrays, layers)}
    graph = Graph(arrays)
    length = graph.add("Shape", "input_ids", start=1, end=2)
    start, step = graph.constant([0], np.int64), graph.constant([1], np.int64)
    places = graph.add("Slice", "emb.pos", start, length, start, step)
    states = graph.add("Add", graph.add("Gather", "emb.word", "input_ids"), graph.add("Add", places, "emb.type"))
    states = graph.norm(states, "emb.ln", epsilon)
    for number in range(layers):
        states = _layer(graph, f"l{number}.", states, width, epsilon)
    _heads(graph, states)
    ids = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "tokens"]) for name in ("input_ids", "draft")]
    outputs = {"risks": [risks], "words": ["tokens", risks], "vector": [width]}
    return graph.model(ids, [helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in outputs.items()])


def _joined(arrays: Mapping[str, NDArray[np.float32]], layers: int) -> dict[str, NDArray[np.float32]]:
    """What a layer asks, offers and tells of a state, side by side: one product takes less time than three."""
    return {
        f"l{number}.qkv.{kind}": np.concatenate([arrays[f"l{number}.{part}.{kind}"] for part in QUERY_KEY_VALUE], -1)
        for number in range(layers)
        for kind in ("w", "b")
    }


def _layer(graph: Graph, at: str, states: str, width: int, epsilon: float) -> str:
    asked = graph.parts(graph.linear(states, at + "qkv"), [width] * len(QUERY_KEY_VALUE))
    looked = graph.add("MultiHeadAttention", *asked, domain=MICROSOFT, num_heads=width // HEAD_WIDTH)
    states = graph.norm(graph.add("Add", states, graph.linear(looked, at + "ao")), at + "aln", epsilon)
    inner = graph.add("Gelu", graph.linear(states, at + "fi"), domain=MICROSOFT)
    return graph.norm(graph.add("Add", states, graph.linear(inner, at + "fo")), at + "oln", epsilon)


def _heads(graph: Graph, states: str) -> None:
    states = graph.add("Squeeze", states, graph.constant([0], np.int64))
    mask = graph.add("Cast", graph.add("Transpose", "draft", perm=[1, 0]), to=TensorProto.FLOAT)  # [T, 1]
    hidden = graph.add("Mul", graph.add("Sub", mask, graph.constant(1)), graph.constant(1e9))
    scores = graph.add("Add", graph.add("MatMul", states, "head.look"), hidden)
    words = graph.add("Softmax", scores, axis=0, name="words")
    looked = graph.add("MatMul", graph.add("Transpose", words, perm=[1, 0]), states)  # [R, width]
    part = graph.add("ReduceSum", graph.add("Mul", looked, "head.part"), graph.constant([1], np.int64), keepdims=0)
    total = graph.add("ReduceSum", mask, graph.constant([0, 1], np.int64), keepdims=0)
    summed = graph.add("ReduceSum", graph.add("Mul", states, mask), graph.constant([0], np.int64), keepdims=0)
    mean = graph.add("Div", summed, total)
    whole = graph.add("MatMul", mean, "head.whole")
    graph.add("Add", graph.add("Add", part, whole), "head.bias", name="risks")
    length = graph.add("ReduceL2", mean, axes=[0], keepdims=1)
    graph.add("Div", mean, length, name="vector")
