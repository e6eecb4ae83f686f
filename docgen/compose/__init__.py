"""From a campaign to documents: Jinja for the words, then their structure."""
