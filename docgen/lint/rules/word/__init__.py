"""WORD: words that are often taken for one another."""

FILES = ("qita", "jiaodai", "zhang", "bixu", "fanying", "tongxin")
