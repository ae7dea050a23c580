"""Tests of the explanations: each line of arithmetic is checked with a calculator of its own."""
