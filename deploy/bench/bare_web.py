"""The bare application: an act is one row changed and one outbox row written, in a transaction.

A bare page is one query of fifty rows put into a table.
"""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final
from uuid import UUID

import asyncpg
import uvicorn
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from jinja2 import Environment
from pydantic import BaseModel

from shared.db import Pool

TABLES: Final = """
CREATE SCHEMA bare;
CREATE TABLE bare.file (case_id uuid PRIMARY KEY, version int NOT NULL, state text NOT NULL);
CREATE TABLE bare.outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, case_id uuid NOT NULL,
  version int NOT NULL, body text NOT NULL);
"""

TURN: Final = """
INSERT INTO bare.file VALUES ($1, 1, $2)
ON CONFLICT (case_id) DO UPDATE SET version = bare.file.version + 1, state = excluded.state
RETURNING version
"""

KEEP: Final = "INSERT INTO bare.outbox (case_id, version, body) VALUES ($1, $2, $3)"


LISTED: Final = "SELECT case_id, version, state FROM bare.file LIMIT 50"

PAGE: Final = Environment(autoescape=True).from_string(
    "<!doctype html><title>bare</title><table>{% for one in rows %}<tr><td>{{ one.case_id }}</td>"
    "<td>{{ one.version }}</td><td>{{ one.state }}</td></tr>{% endfor %}</table>"
)


class ActIn(BaseModel):
    """What is done, in as many words as the hub's forms have."""

    state: str
    text: str


class ActOut(BaseModel):
    """The file and its newest page."""

    case_id: UUID
    version: int
    state: str


def make_app(database: str) -> FastAPI:
    """The application over a database."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with asyncpg.create_pool(database, min_size=1, max_size=6) as pool:
            app.state.pool = pool
            yield

    app = FastAPI(lifespan=lifespan)

    @app.get("/readyz")
    async def ready() -> str:
        return "ready"

    @app.post("/files/{case_id}/acts", status_code=201)
    async def act(case_id: UUID, body: ActIn) -> ActOut:
        pool: Pool = app.state.pool
        async with pool.acquire() as conn, conn.transaction():
            version: int = await conn.fetchval(TURN, case_id, body.state)
            await conn.execute(KEEP, case_id, version, body.model_dump_json())
        return ActOut(case_id=case_id, version=version, state=body.state)

    @app.get("/page")
    async def page() -> HTMLResponse:
        pool: Pool = app.state.pool
        return HTMLResponse(PAGE.render(rows=await pool.fetch(LISTED)))

    return app


async def serve(database: str, door: socket.socket) -> None:
    """Serve it as the hub's web processes are served."""
    config = uvicorn.Config(
        make_app(database), loop="uvloop", http="httptools", log_config=None, access_log=False
    )
    await uvicorn.Server(config).serve(sockets=[door])
