// Generated from server/admin/openapi.yaml by `npm run generate`. Change that file instead.

export interface paths {
    "/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The transactions of a world, newest first */
        get: operations["listTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transaction, by its id or reference */
        get: operations["findTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transactions/{id}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Play the customer who pays
         * @description Without a body by MTN 61000000, a test number that Intram documents. The payment succeeds whatever the number: only
         *     on the payment page do test numbers decide what comes of it. To have it fail, use `fail`.
         */
        post: operations["payTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transactions/{id}/fail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Play the provider that declines */
        post: operations["failTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transactions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Play the customer who gives up */
        post: operations["cancelTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The callbacks of a world, newest first, with what came of each attempt */
        get: operations["listCallbacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callbacks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attempt a callback again, now
         * @description It is the same delivery, and one attempt more. The answer does not wait for what comes of it.
         */
        post: operations["replayCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The calls of Intram's API in a world, newest first
         * @description The last 1,000 events of a world are kept, 512 KB at most. Keys are in none of them: `invoice.keys` is left out, and
         *     a key that stands in another text is an ellipsis.
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        /** Forget what has happened in a world; its transactions stay */
        delete: operations["clearRequests"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the merchant's code does wrong or risks, the worst first
         * @description Judged from the journal, so as far back as it goes. What should have followed something, such as the confirmation
         *     of a callback, is missed after a minute of the world's time.
         */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transactions/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has happened to a transaction, oldest first */
        get: operations["readTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens in a world, while it happens
         * @description Server-sent events, as browsers read them with `EventSource`: `event` is the `type` of an Event, `id` its `seq`, `data`
         *     the Event as JSON. It begins with what is to come, and says every 15 s in a comment that it is still there.
         */
        get: operations["followEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scenarios that have a name, and how they are chosen */
        get: operations["listScenarios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scenario": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each payment of a world plays unless something more particular is said */
        get: operations["readScenario"];
        /**
         * Have each payment of a world play a scenario from now on
         * @description What speaks of one payment is more particular, from the least to the most: its amount, when it is listed; the
         *     field `scenario` of its custom data; `Prefer: scenario=` on the request; the number with which a customer pays.
         *     Of each aspect (the answer, the end, the callback) the most particular counts that says anything of it.
         */
        put: operations["setScenario"];
        post?: never;
        /** Have the payments of a world play nothing in particular */
        delete: operations["clearScenario"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The faults of a world, with how often each strikes yet */
        get: operations["listFaults"];
        /**
         * Have calls of Intram's API fail from now on, in the place of the faults before
         * @description For each call with good keys and a valid body, the first fault of the list that strikes decides. The payment page
         *     and this API are spared. Chance is repeatable: the same seed has the same requests fail.
         */
        put: operations["setFaults"];
        post?: never;
        /** Have the calls of a world succeed again */
        delete: operations["clearFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The time of a world */
        get: operations["readClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let time pass in a world
         * @description What becomes due (a transaction expires, a callback is attempted) happens in its order. The answer comes once all
         *     of that has ended.
         */
        post: operations["advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget all of a world
         * @description Its transactions and callbacks go, and its time is the real one again.
         */
        post: operations["resetWorld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the sandbox answers */
        get: operations["readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which sandbox this is */
        get: operations["readVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        Status: "PENDING" | "SUCCESS" | "FAIL" | "CANCELED";
        PaymentDetails: {
            /**
             * @description MTN by default. In capital letters or small ones; `card` is VISA.
             * @example MOOV
             */
            channel?: string;
            /**
             * @description A mobile number of Benin, 61000000 by default; none with a card
             * @example 94000000
             */
            account_number?: string;
        };
        FailureDetails: {
            /**
             * @description What the customer reads of it; nothing in particular when absent
             * @enum {string}
             */
            reason?: "insufficient-funds" | "wrong-pin" | "account-blocked";
        };
        Transaction: {
            /** @example 5f2d7a96b97d9d3fea912c11 */
            id: string;
            /** @example QW9PHIeVyL */
            reference: string;
            status: components["schemas"]["Status"];
            /** @description In whole XOF, without fees */
            amount: number;
            /** @enum {string} */
            currency: "XOF";
            description: string | null;
            /** @description Its name */
            store: string;
            /** @description The merchant's own, as it was sent */
            custom_data: {
                [key: string]: unknown;
            } | unknown[] | string | number | boolean | null;
            channels: string[];
            actions: {
                return_url: string | null;
                cancel_url: string | null;
                callback_url: string | null;
            };
            /** @description What it plays, if anything in particular */
            scenario: string | null;
            /** @description An instant of the world's time */
            created_at: string;
            /** @description When it fails unless it is settled before; null when its scenario has it stay pending */
            expires_at: string | null;
            settled_at: string | null;
            /** @description How it was paid, once it is */
            payment: {
                channel: string;
                /** @description Its eight digits; none for a card */
                account_number: string | null;
                fees: number;
                /** @description Amount and fees */
                net_amount: number;
                customer: {
                    name: string;
                    phone: string | null;
                    email: string | null;
                };
            } | null;
        };
        TransactionPage: {
            items: components["schemas"]["Transaction"][];
            /** @description What to send as `after` for the next page */
            next: string | null;
        };
        /**
         * @description `pending` before its last attempt, then `acknowledged` (a 2xx), `given-up` (the schedule is over) or `refused` (this
         *     sandbox does not call that address).
         * @enum {string}
         */
        CallbackState: "pending" | "acknowledged" | "given-up" | "refused";
        Callback: {
            /** @description The same on each attempt and replay */
            id: string;
            transaction_id: string;
            /**
             * @description What it tells of the transaction
             * @enum {string}
             */
            status: "SUCCESS" | "FAIL" | "CANCELED";
            url: string;
            state: components["schemas"]["CallbackState"];
            created_at: string;
            next_attempt_at: string | null;
            attempts: components["schemas"]["Attempt"][];
        };
        Attempt: {
            /** @description From 1; replays count on */
            number: number;
            ended_at: string;
            /**
             * @description Anything but `answered` means that no complete answer came
             * @enum {string}
             */
            outcome: "answered" | "dns-failed" | "unreachable" | "refused-connection" | "tls-failed" | "timed-out" | "dropped" | "invalid-response" | "forbidden-target";
            /** @description The URL that was called, which a rewrite may have changed */
            target: string;
            duration_ms: number;
            /** @description Of the answer */
            status?: number;
            /** @description Some of the answer's */
            headers?: {
                [key: string]: string;
            };
            /** @description The beginning of the answer's */
            body?: string;
            /** @description What went wrong and how that is usually mended; a hint if it was acknowledged all the same */
            diagnosis: {
                /** @example laravel-csrf */
                code: string;
                /** @enum {string} */
                severity: "failure" | "hint";
                message: components["schemas"]["Text"];
                fix: components["schemas"]["Text"];
            } | null;
            /** @description The error's code, such as ECONNREFUSED, or why the address is forbidden */
            reason?: string;
        };
        CallbackPage: {
            items: components["schemas"]["Callback"][];
            /** @description What to send as `after` for the next page */
            next: string | null;
        };
        WorldScenario: {
            /** @example pending*2;success */
            scenario: string | null;
        };
        ScenarioList: {
            items: {
                /**
                 * @description Of the constant in `intram-sandbox/client`
                 * @example pendingTwice
                 */
                name: string;
                /** @example pending*2;success */
                scenario: string;
                /** @description Exactly this amount, in XOF, chooses it */
                amount: number;
                description: components["schemas"]["Text"];
            }[];
            /** @description The numbers that choose one on the payment page */
            numbers: {
                scenario: string;
                /** @example 61000000 */
                MTN: string;
                /** @example 94000000 */
                MOOV: string;
            }[];
        };
        RequestPage: {
            items: components["schemas"]["Request"][];
            /** @description What to send as `after` for the next page */
            next: string | null;
        };
        Request: {
            /** @description Its number among the events of the world */
            seq: number;
            /** @description An instant of the world's time */
            at: string;
            /** @example requestPayment */
            operation: string | null;
            /** @example POST */
            method: string;
            /** @description Without its query */
            path: string;
            /** @description 0 when the connection was broken off */
            status: number;
            /**
             * @description How it was broken off; CLIENT_LEFT when the client did
             * @example EMPTY_RESPONSE
             */
            dropped: string | null;
            duration_ms: number;
            transaction_id: string | null;
            /** @description The harmless ones; of a key no more than that it was sent */
            headers: {
                [key: string]: string;
            };
            body: {
                [key: string]: unknown;
            } | unknown[] | string | number | boolean | null;
        };
        /**
         * @description What else it has depends on its `type`. `request`: as in the list of requests. `gate`: `what` (`seen`, or
         *     `sent-back` with where `to`). `transaction`: `status`. `callback`: `delivery_id`, `url`, `attempt`, `outcome`,
         *     `status`, `duration_ms`, `state`.
         */
        Event: {
            seq: number;
            at: string;
            /** @enum {string} */
            type: "request" | "gate" | "transaction" | "callback";
            transaction_id?: string | null;
        } & {
            [key: string]: unknown;
        };
        Finding: {
            /**
             * @description It never changes
             * @example blind-trust
             */
            code: string;
            /** @enum {string} */
            severity: "note" | "warning" | "error";
            sentence: components["schemas"]["Text"];
            fix: components["schemas"]["Text"];
            transaction_id: string | null;
            /** @description The events that show it */
            seqs: number[];
            /** @description The place in the package's documentation */
            documentation: string;
        };
        FaultList: {
            faults: components["schemas"]["Fault"][];
        };
        /** @description Either a profile or faults */
        FaultsRequest: {
            /**
             * @description `flaky`: a tenth of the answers is a 500, a twentieth is lost after the deed, a fifth comes 0.5 to 3 s late.
             *     `slow-api`: answers take 2 s, more or less. `offline`: every connection is reset, and nothing is done.
             * @enum {string}
             */
            profile?: "flaky" | "slow-api" | "offline";
            faults?: components["schemas"]["Fault"][];
            /** @default 1 */
            seed: number;
        };
        /** @description The names are WireMock's, where it has one. */
        Fault: {
            /**
             * @description Every one when absent
             * @enum {string}
             */
            operation?: "requestPayment" | "confirmTransaction";
            /**
             * @description `before`: the fault comes instead of the deed, and nothing is made. `after`: the deed is done, and only its
             *     answer is spoilt. A mere delay always comes after the deed.
             * @default before
             * @enum {string}
             */
            when: "before" | "after";
            /** @description An error instead of the answer */
            status?: number;
            /**
             * @description What happens at the socket instead of an answer: it is reset; it is closed; a 200 breaks off in the middle of
             *     its body; 256 bytes that are no HTTP.
             * @enum {string}
             */
            fault?: "CONNECTION_RESET_BY_PEER" | "EMPTY_RESPONSE" | "MALFORMED_RESPONSE_CHUNK" | "RANDOM_DATA_THEN_CLOSE";
            fixedDelayMilliseconds?: number;
            /**
             * @description A delay that varies, on top of the fixed one: `{"type": "uniform", "lower", "upper"}` or
             *     `{"type": "lognormal", "median", "sigma"}`, in ms. No delay is longer than a minute.
             */
            delayDistribution?: {
                /** @constant */
                type: "uniform";
                lower: number;
                upper: number;
            } | {
                /** @constant */
                type: "lognormal";
                median: number;
                sigma: number;
            };
            /** @default 1 */
            probability: number;
            /** @description How often it strikes yet; without end when null or absent */
            count?: number | null;
        };
        Text: {
            en: string;
            fr: string;
        };
        Clock: {
            /** @example 2026-01-02T03:04:05.000Z */
            now: string;
        };
        Error: {
            /** @constant */
            error: true;
            /** @example ERROR */
            status: string;
            message: string;
            /** @description What is wrong, and where */
            details?: {
                /** @example /seconds */
                path: string;
                message: string;
            }[];
        };
    };
    responses: {
        /** @description The transaction */
        Transaction: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Transaction"];
            };
        };
        /** @description The scenario of the world */
        Scenario: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WorldScenario"];
            };
        };
        /** @description A page of calls */
        Requests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RequestPage"];
            };
        };
        /** @description The faults of the world */
        Faults: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FaultList"];
            };
        };
        /** @description The time of the world */
        Clock: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Clock"];
            };
        };
        /** @description The request is wrong, or names no merchant */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The admin token, or with `--keys` the merchant's four keys, are missing or wrong */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The request comes from another web site, by a name that this sandbox does not know, or for another merchant */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description This world has none of that name */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The transaction is final, and a final status never changes */
        AlreadyFinal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Too many requests wait already */
        TooManyWaiting: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /** @description The merchant key that names the world. It wins over the header. */
        merchant: string;
        /** @description The merchant key that names the world, when the query does not */
        merchantHeader: string;
        /**
         * @description The transaction's id or reference
         * @example 5f2d7a96b97d9d3fea912c11
         */
        transactionId: string;
        /** @description How many at most */
        limit: number;
        /** @description The `next` of the page before this one */
        after: string;
        /**
         * @description How long to wait for the first match, such as `500ms`, `5s` or `1m`, which is the most. The answer comes as soon
         *     as something matches; when the time is over the list is empty.
         * @example 5s
         */
        wait: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listTransactions: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
                /** @description Only those of this status */
                status?: components["schemas"]["Status"];
                /** @description How many at most */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before this one */
                after?: components["parameters"]["after"];
                /**
                 * @description How long to wait for the first match, such as `500ms`, `5s` or `1m`, which is the most. The answer comes as soon
                 *     as something matches; when the time is over the list is empty.
                 * @example 5s
                 */
                wait?: components["parameters"]["wait"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of transactions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["TooManyWaiting"];
        };
    };
    findTransaction: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path: {
                /**
                 * @description The transaction's id or reference
                 * @example 5f2d7a96b97d9d3fea912c11
                 */
                id: components["parameters"]["transactionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Transaction"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    payTransaction: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path: {
                /**
                 * @description The transaction's id or reference
                 * @example 5f2d7a96b97d9d3fea912c11
                 */
                id: components["parameters"]["transactionId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PaymentDetails"];
            };
        };
        responses: {
            200: components["responses"]["Transaction"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["AlreadyFinal"];
        };
    };
    failTransaction: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path: {
                /**
                 * @description The transaction's id or reference
                 * @example 5f2d7a96b97d9d3fea912c11
                 */
                id: components["parameters"]["transactionId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["FailureDetails"];
            };
        };
        responses: {
            200: components["responses"]["Transaction"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["AlreadyFinal"];
        };
    };
    cancelTransaction: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path: {
                /**
                 * @description The transaction's id or reference
                 * @example 5f2d7a96b97d9d3fea912c11
                 */
                id: components["parameters"]["transactionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Transaction"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["AlreadyFinal"];
        };
    };
    listCallbacks: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
                /** @description Only those of this transaction, by its id or reference */
                transaction?: string;
                /** @description Only those in this state */
                state?: components["schemas"]["CallbackState"];
                /** @description How many at most */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before this one */
                after?: components["parameters"]["after"];
                /**
                 * @description How long to wait for the first match, such as `500ms`, `5s` or `1m`, which is the most. The answer comes as soon
                 *     as something matches; when the time is over the list is empty.
                 * @example 5s
                 */
                wait?: components["parameters"]["wait"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of callbacks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["TooManyWaiting"];
        };
    };
    replayCallback: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path: {
                /** @description The id of the callback, which the merchant's server reads as X-Intram-Delivery */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The callback, due now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Callback"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
                /** @description Only calls of this operation */
                operation?: "requestPayment" | "confirmTransaction";
                /** @description Only those answered with this status code; 0 for those whose connection was broken off */
                status?: number;
                /** @description Only those about the transaction of this id */
                transaction?: string;
                /** @description How many at most */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before this one */
                after?: string;
                /**
                 * @description How long to wait for the first match, such as `500ms`, `5s` or `1m`, which is the most. The answer comes as soon
                 *     as something matches; when the time is over the list is empty.
                 * @example 5s
                 */
                wait?: components["parameters"]["wait"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Requests"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["TooManyWaiting"];
        };
    };
    clearRequests: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Requests"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    listFindings: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
                /**
                 * @description How long to wait for the first match, such as `500ms`, `5s` or `1m`, which is the most. The answer comes as soon
                 *     as something matches; when the time is over the list is empty.
                 * @example 5s
                 */
                wait?: components["parameters"]["wait"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Finding"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["TooManyWaiting"];
        };
    };
    readTimeline: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path: {
                /**
                 * @description The transaction's id or reference
                 * @example 5f2d7a96b97d9d3fea912c11
                 */
                id: components["parameters"]["transactionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description From its request to its last confirmation, as far back as the journal goes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        transaction_id: string;
                        events: components["schemas"]["Event"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    followEvents: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
                /** @description Go on behind the event of this number, as far back as the journal goes */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that does not end by itself */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 3
                     *     event: transaction
                     *     data: {"at":"2026-01-02T03:04:05.000Z","seq":3,"type":"transaction","status":"SUCCESS"}
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["TooManyWaiting"];
        };
    };
    listScenarios: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    readScenario: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Scenario"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    setScenario: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scenario: string;
                };
            };
        };
        responses: {
            200: components["responses"]["Scenario"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    clearScenario: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Scenario"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    listFaults: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Faults"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    setFaults: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaultsRequest"];
            };
        };
        responses: {
            200: components["responses"]["Faults"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    clearFaults: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Faults"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    readClock: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    advanceClock: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 366 days. 0 does what is due already. */
                    seconds: number;
                };
            };
        };
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    resetWorld: {
        parameters: {
            query?: {
                /** @description The merchant key that names the world. It wins over the header. */
                merchant?: components["parameters"]["merchant"];
            };
            header?: {
                /** @description The merchant key that names the world, when the query does not */
                "X-MARCHAND-KEY"?: components["parameters"]["merchantHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    readVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its name and version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        name: "intram-sandbox";
                        /** @example 1.2.3 */
                        version: string;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
}
