"""Present: the ideas or a result on a projector, one thing at a time."""

from components import shell, stage

stage.show(shell.enter(banner=False))
