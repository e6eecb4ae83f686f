"""WORD: words that are often taken for one another."""

from docgen.lint.rule import loaded
from docgen.lint.rules.word import bixu, fanying, jiaodai, qita, tongxin, zhang

RULES = loaded(qita, jiaodai, zhang, bixu, fanying, tongxin)
