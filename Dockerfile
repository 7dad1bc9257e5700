# Nothing here is compiled for one kind of processor, so every platform of the base image will do:
#   docker buildx build --platform linux/amd64,linux/arm64 --tag intram-sandbox .

FROM node:24-bookworm-slim AS package
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
# Builds, and gives exactly the files that the npm package has.
RUN npm pack --silent && tar --extract --gzip --file intram-sandbox-*.tgz

FROM node:24-bookworm-slim AS dependencies
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="intram-sandbox" \
      org.opencontainers.image.description="A fake of the Intram payment API that keeps state" \
      org.opencontainers.image.licenses="MIT"
# Inside a container 127.0.0.1 would be out of everybody's reach.
ENV NODE_ENV=production \
    INTRAM_SANDBOX_HOST=0.0.0.0
WORKDIR /app
# A volume takes the owner of the folder on which it is mounted: in /trust, --ca-file may write.
RUN ln -s /app/dist/server/cli/index.js /usr/local/bin/intram-sandbox && install --directory --owner 1000 --group 1000 /trust
COPY --from=dependencies /build/node_modules node_modules
COPY --from=package /build/package .
# The user `node`, as a number: Kubernetes takes nothing else as proof that it is not root.
USER 1000:1000
EXPOSE 4002
HEALTHCHECK --interval=5s --timeout=3s --start-period=5s --retries=3 CMD ["intram-sandbox", "healthcheck"]
# Node is process 1 and hears SIGTERM itself. Other commands, such as `verify`, go after the name of the image.
ENTRYPOINT ["node", "/app/dist/server/cli/index.js"]
