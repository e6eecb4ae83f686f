"""docgen: one YAML description of a campaign in, the official notice and every annex form out."""

__version__ = "0.1.0"
