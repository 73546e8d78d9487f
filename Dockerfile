# One image for every part of the grown set-up: web, worker and migrate start it differently.
FROM node:22-slim AS libraries
WORKDIR /site
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY scripts/bundle.mjs scripts/
RUN node scripts/bundle.mjs

FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1 RELMAP_VAR=/var/lib/relmap HOST=0.0.0.0
WORKDIR /site
COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY manage.py ./
COPY relmap relmap
COPY stakeholders stakeholders
COPY templates templates
COPY static static
COPY --from=libraries /site/static/vendor static/vendor
RUN RELMAP_SECRET_KEY=only-while-building python manage.py collectstatic --no-input --verbosity 0 \
    && useradd --system relmap \
    && mkdir "$RELMAP_VAR/imports" \
    && chown -R relmap "$RELMAP_VAR"
USER relmap
EXPOSE 8000
CMD ["python", "manage.py", "serve"]
