"""Runs Modicum every night on the machine of an Airflow worker that holds its home."""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.operators.bash import BashOperator

MODICUM = "/opt/modicum/modicum --config /etc/modicum/modicum.conf"

with DAG(
    dag_id="modicum_nightly",
    description="Read new proxy logs, release closed weeks, delete what is past its time",
    schedule="15 2 * * *",
    start_date=datetime(2026, 1, 1),
    # What was missed is made up for by the next run; a backlog of runs would find nothing to do.
    catchup=False,
    # The home has one lock.
    max_active_runs=1,
    tags=["modicum"],
) as dag:
    BashOperator(
        task_id="nightly",
        bash_command=f"{MODICUM} nightly",
        env={"MODICUM_LOG": "json", "MODICUM_JAVA_OPTS": "-Xmx2g"},
        append_env=True,
        # 75: another run holds the lock.
        skip_on_exit_code=75,
        # Safe, as a run takes up where a killed one stopped; wrong settings (78) fail again at once.
        retries=1,
        retry_delay=timedelta(minutes=30),
        execution_timeout=timedelta(hours=6),
        # The worker's machine that has /var/lib/modicum.
        queue="modicum",
    )
