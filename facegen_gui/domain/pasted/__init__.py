"""The rooms of `domain.job_ids`: cleaning, answers, links, table rows, lines and what sentences mention."""
