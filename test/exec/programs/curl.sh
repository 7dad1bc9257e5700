set -e
api=https://webservices.intram.org:4002/api/v1
call() {
  curl -sS --fail -H "X-API-KEY: $INTRAM_PUBLIC_KEY" -H "X-PRIVATE-KEY: $INTRAM_PRIVATE_KEY" -H "X-SECRET-KEY: $INTRAM_SECRET" \
    -H "X-MARCHAND-KEY: $INTRAM_MARCHAND_KEY" -H 'Content-Type: application/json' "$@"
}
id=$(call -d '{"invoice":{"currency":"XOF","amount":1000},"store":{"name":"Test Store"}}' "$api/payments/request" |
  sed 's/.*"transaction_id":"\([^"]*\)".*/\1/')
call -X POST "${INTRAM_BASE_URL%/api/v1}/__admin/transactions/$id/pay" > /dev/null
call "$api/transactions/confirm/$id" | sed 's/.*"_status":"\([A-Z]*\)".*/\1/'
