"""The rooms of `domain.job_ids`: cleaning, answers, links, table rows and sentences, one each."""
