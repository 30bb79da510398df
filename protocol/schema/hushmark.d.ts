import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace hushmark. */
export namespace hushmark {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of an Envelope.
         * @deprecated Use hushmark.v1.Envelope.$Properties instead.
         */
        interface IEnvelope extends hushmark.v1.Envelope.$Properties {
        }

        /** Represents an Envelope. */
        class Envelope {

            /**
             * Constructs a new Envelope.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Envelope.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Envelope type. */
            type: number;

            /** Envelope signer. */
            signer: string;

            /** Envelope payload. */
            payload: Uint8Array;

            /** Envelope signature. */
            signature: Uint8Array;

            /**
             * Creates a new Envelope instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Envelope instance
             */
            static create(properties: hushmark.v1.Envelope.$Shape): hushmark.v1.Envelope & hushmark.v1.Envelope.$Shape;
            static create(properties?: hushmark.v1.Envelope.$Properties): hushmark.v1.Envelope;

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link hushmark.v1.Envelope.verify|verify} messages.
             * @param message Envelope message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Envelope & hushmark.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Envelope & hushmark.v1.Envelope.$Shape;

            /**
             * Creates an Envelope message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Envelope
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Envelope;

            /**
             * Creates a plain object from an Envelope message. Also converts values to other types if specified.
             * @param message Envelope
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Envelope, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Envelope to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Envelope
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Envelope {

            /** Properties of an Envelope. */
            interface $Properties {

                /** Envelope type */
                type?: (number|null);

                /** Envelope signer */
                signer?: (string|null);

                /** Envelope payload */
                payload?: (Uint8Array|null);

                /** Envelope signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Envelope. */
            type $Shape = hushmark.v1.Envelope.$Properties;
        }

        /**
         * Properties of a Proposal.
         * @deprecated Use hushmark.v1.Proposal.$Properties instead.
         */
        interface IProposal extends hushmark.v1.Proposal.$Properties {
        }

        /** Represents a Proposal. */
        class Proposal {

            /**
             * Constructs a new Proposal.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Proposal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Proposal version. */
            version: number;

            /** Proposal nonce. */
            nonce: Uint8Array;

            /** Proposal proposer. */
            proposer: string;

            /** Proposal scenario. */
            scenario: string;

            /** Proposal sutType. */
            sutType: string;

            /** Proposal sutVersion. */
            sutVersion: string;

            /** Proposal workload. */
            workload: string;

            /** Proposal description. */
            description: string;

            /** Proposal grid. */
            grid: string;

            /** Proposal roster. */
            roster: string[];

            /** Proposal f. */
            f: number;

            /** Proposal q. */
            q: number;

            /** Proposal sums. */
            sums: hushmark.v1.Sum.$Properties[];

            /** Proposal schedule. */
            schedule?: (hushmark.v1.Schedule.$Properties|null);

            /** Proposal packageVersion. */
            packageVersion: string;

            /** Proposal comparables. */
            comparables: hushmark.v1.Comparable.$Properties[];

            /** Proposal exception. */
            exception: string;

            /**
             * Creates a new Proposal instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Proposal instance
             */
            static create(properties: hushmark.v1.Proposal.$Shape): hushmark.v1.Proposal & hushmark.v1.Proposal.$Shape;
            static create(properties?: hushmark.v1.Proposal.$Properties): hushmark.v1.Proposal;

            /**
             * Encodes the specified Proposal message. Does not implicitly {@link hushmark.v1.Proposal.verify|verify} messages.
             * @param message Proposal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Proposal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Proposal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Proposal & hushmark.v1.Proposal.$Shape} Proposal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Proposal & hushmark.v1.Proposal.$Shape;

            /**
             * Creates a Proposal message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Proposal
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Proposal;

            /**
             * Creates a plain object from a Proposal message. Also converts values to other types if specified.
             * @param message Proposal
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Proposal, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Proposal to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Proposal
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Proposal {

            /** Properties of a Proposal. */
            interface $Properties {

                /** Proposal version */
                version?: (number|null);

                /** Proposal nonce */
                nonce?: (Uint8Array|null);

                /** Proposal proposer */
                proposer?: (string|null);

                /** Proposal scenario */
                scenario?: (string|null);

                /** Proposal sutType */
                sutType?: (string|null);

                /** Proposal sutVersion */
                sutVersion?: (string|null);

                /** Proposal workload */
                workload?: (string|null);

                /** Proposal description */
                description?: (string|null);

                /** Proposal grid */
                grid?: (string|null);

                /** Proposal roster */
                roster?: (string[]|null);

                /** Proposal f */
                f?: (number|null);

                /** Proposal q */
                q?: (number|null);

                /** Proposal sums */
                sums?: (hushmark.v1.Sum.$Properties[]|null);

                /** Proposal schedule */
                schedule?: (hushmark.v1.Schedule.$Properties|null);

                /** Proposal packageVersion */
                packageVersion?: (string|null);

                /** Proposal comparables */
                comparables?: (hushmark.v1.Comparable.$Properties[]|null);

                /** Proposal exception */
                exception?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Proposal. */
            type $Shape = hushmark.v1.Proposal.$Properties;
        }

        /**
         * Properties of a Comparable.
         * @deprecated Use hushmark.v1.Comparable.$Properties instead.
         */
        interface IComparable extends hushmark.v1.Comparable.$Properties {
        }

        /** Represents a Comparable. */
        class Comparable {

            /**
             * Constructs a new Comparable.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Comparable.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Comparable round. */
            round: Uint8Array;

            /** Comparable contributors. */
            contributors: string[];

            /** Comparable set. */
            set: Uint8Array;

            /**
             * Creates a new Comparable instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Comparable instance
             */
            static create(properties: hushmark.v1.Comparable.$Shape): hushmark.v1.Comparable & hushmark.v1.Comparable.$Shape;
            static create(properties?: hushmark.v1.Comparable.$Properties): hushmark.v1.Comparable;

            /**
             * Encodes the specified Comparable message. Does not implicitly {@link hushmark.v1.Comparable.verify|verify} messages.
             * @param message Comparable message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Comparable.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Comparable message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Comparable & hushmark.v1.Comparable.$Shape} Comparable
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Comparable & hushmark.v1.Comparable.$Shape;

            /**
             * Creates a Comparable message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Comparable
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Comparable;

            /**
             * Creates a plain object from a Comparable message. Also converts values to other types if specified.
             * @param message Comparable
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Comparable, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Comparable to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Comparable
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Comparable {

            /** Properties of a Comparable. */
            interface $Properties {

                /** Comparable round */
                round?: (Uint8Array|null);

                /** Comparable contributors */
                contributors?: (string[]|null);

                /** Comparable set */
                set?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Comparable. */
            type $Shape = hushmark.v1.Comparable.$Properties;
        }

        /**
         * Properties of a Sum.
         * @deprecated Use hushmark.v1.Sum.$Properties instead.
         */
        interface ISum extends hushmark.v1.Sum.$Properties {
        }

        /** Represents a Sum. */
        class Sum {

            /**
             * Constructs a new Sum.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Sum.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Sum id. */
            id: string;

            /** Sum layout. */
            layout: string;

            /** Sum layoutDigest. */
            layoutDigest: Uint8Array;

            /** Sum input. */
            input: string;

            /** Sum cutMs. */
            cutMs: number;

            /** Sum voteByMs. */
            voteByMs: number;

            /**
             * Creates a new Sum instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Sum instance
             */
            static create(properties: hushmark.v1.Sum.$Shape): hushmark.v1.Sum & hushmark.v1.Sum.$Shape;
            static create(properties?: hushmark.v1.Sum.$Properties): hushmark.v1.Sum;

            /**
             * Encodes the specified Sum message. Does not implicitly {@link hushmark.v1.Sum.verify|verify} messages.
             * @param message Sum message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Sum.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Sum message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Sum & hushmark.v1.Sum.$Shape} Sum
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Sum & hushmark.v1.Sum.$Shape;

            /**
             * Creates a Sum message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Sum
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Sum;

            /**
             * Creates a plain object from a Sum message. Also converts values to other types if specified.
             * @param message Sum
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Sum, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Sum to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Sum
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Sum {

            /** Properties of a Sum. */
            interface $Properties {

                /** Sum id */
                id?: (string|null);

                /** Sum layout */
                layout?: (string|null);

                /** Sum layoutDigest */
                layoutDigest?: (Uint8Array|null);

                /** Sum input */
                input?: (string|null);

                /** Sum cutMs */
                cutMs?: (number|null);

                /** Sum voteByMs */
                voteByMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Sum. */
            type $Shape = hushmark.v1.Sum.$Properties;
        }

        /**
         * Properties of a Schedule.
         * @deprecated Use hushmark.v1.Schedule.$Properties instead.
         */
        interface ISchedule extends hushmark.v1.Schedule.$Properties {
        }

        /** Represents a Schedule. */
        class Schedule {

            /**
             * Constructs a new Schedule.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Schedule.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Schedule acceptByMs. */
            acceptByMs: number;

            /** Schedule commitByMs. */
            commitByMs: number;

            /** Schedule readyByMs. */
            readyByMs: number;

            /** Schedule startMs. */
            startMs: number;

            /** Schedule warmUpMs. */
            warmUpMs: number;

            /** Schedule runMs. */
            runMs: number;

            /** Schedule drainMs. */
            drainMs: number;

            /** Schedule closingMs. */
            closingMs: number;

            /**
             * Creates a new Schedule instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Schedule instance
             */
            static create(properties: hushmark.v1.Schedule.$Shape): hushmark.v1.Schedule & hushmark.v1.Schedule.$Shape;
            static create(properties?: hushmark.v1.Schedule.$Properties): hushmark.v1.Schedule;

            /**
             * Encodes the specified Schedule message. Does not implicitly {@link hushmark.v1.Schedule.verify|verify} messages.
             * @param message Schedule message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Schedule.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Schedule message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Schedule & hushmark.v1.Schedule.$Shape} Schedule
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Schedule & hushmark.v1.Schedule.$Shape;

            /**
             * Creates a Schedule message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Schedule
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Schedule;

            /**
             * Creates a plain object from a Schedule message. Also converts values to other types if specified.
             * @param message Schedule
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Schedule, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Schedule to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Schedule
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Schedule {

            /** Properties of a Schedule. */
            interface $Properties {

                /** Schedule acceptByMs */
                acceptByMs?: (number|null);

                /** Schedule commitByMs */
                commitByMs?: (number|null);

                /** Schedule readyByMs */
                readyByMs?: (number|null);

                /** Schedule startMs */
                startMs?: (number|null);

                /** Schedule warmUpMs */
                warmUpMs?: (number|null);

                /** Schedule runMs */
                runMs?: (number|null);

                /** Schedule drainMs */
                drainMs?: (number|null);

                /** Schedule closingMs */
                closingMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Schedule. */
            type $Shape = hushmark.v1.Schedule.$Properties;
        }

        /**
         * Properties of an Acceptance.
         * @deprecated Use hushmark.v1.Acceptance.$Properties instead.
         */
        interface IAcceptance extends hushmark.v1.Acceptance.$Properties {
        }

        /** Represents an Acceptance. */
        class Acceptance {

            /**
             * Constructs a new Acceptance.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Acceptance.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Acceptance round. */
            round: Uint8Array;

            /** Acceptance packageVersion. */
            packageVersion: string;

            /** Acceptance lockfileDigest. */
            lockfileDigest: Uint8Array;

            /**
             * Creates a new Acceptance instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Acceptance instance
             */
            static create(properties: hushmark.v1.Acceptance.$Shape): hushmark.v1.Acceptance & hushmark.v1.Acceptance.$Shape;
            static create(properties?: hushmark.v1.Acceptance.$Properties): hushmark.v1.Acceptance;

            /**
             * Encodes the specified Acceptance message. Does not implicitly {@link hushmark.v1.Acceptance.verify|verify} messages.
             * @param message Acceptance message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Acceptance.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Acceptance message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Acceptance & hushmark.v1.Acceptance.$Shape} Acceptance
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Acceptance & hushmark.v1.Acceptance.$Shape;

            /**
             * Creates an Acceptance message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Acceptance
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Acceptance;

            /**
             * Creates a plain object from an Acceptance message. Also converts values to other types if specified.
             * @param message Acceptance
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Acceptance, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Acceptance to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Acceptance
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Acceptance {

            /** Properties of an Acceptance. */
            interface $Properties {

                /** Acceptance round */
                round?: (Uint8Array|null);

                /** Acceptance packageVersion */
                packageVersion?: (string|null);

                /** Acceptance lockfileDigest */
                lockfileDigest?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Acceptance. */
            type $Shape = hushmark.v1.Acceptance.$Properties;
        }

        /**
         * Properties of a Decline.
         * @deprecated Use hushmark.v1.Decline.$Properties instead.
         */
        interface IDecline extends hushmark.v1.Decline.$Properties {
        }

        /** Represents a Decline. */
        class Decline {

            /**
             * Constructs a new Decline.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Decline.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Decline round. */
            round: Uint8Array;

            /** Decline code. */
            code: string;

            /** Decline reason. */
            reason: string;

            /**
             * Creates a new Decline instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Decline instance
             */
            static create(properties: hushmark.v1.Decline.$Shape): hushmark.v1.Decline & hushmark.v1.Decline.$Shape;
            static create(properties?: hushmark.v1.Decline.$Properties): hushmark.v1.Decline;

            /**
             * Encodes the specified Decline message. Does not implicitly {@link hushmark.v1.Decline.verify|verify} messages.
             * @param message Decline message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Decline.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Decline message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Decline & hushmark.v1.Decline.$Shape} Decline
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Decline & hushmark.v1.Decline.$Shape;

            /**
             * Creates a Decline message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Decline
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Decline;

            /**
             * Creates a plain object from a Decline message. Also converts values to other types if specified.
             * @param message Decline
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Decline, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Decline to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Decline
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Decline {

            /** Properties of a Decline. */
            interface $Properties {

                /** Decline round */
                round?: (Uint8Array|null);

                /** Decline code */
                code?: (string|null);

                /** Decline reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Decline. */
            type $Shape = hushmark.v1.Decline.$Properties;
        }

        /**
         * Properties of a Commit.
         * @deprecated Use hushmark.v1.Commit.$Properties instead.
         */
        interface ICommit extends hushmark.v1.Commit.$Properties {
        }

        /** Represents a Commit. */
        class Commit {

            /**
             * Constructs a new Commit.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Commit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Commit round. */
            round: Uint8Array;

            /** Commit roster. */
            roster: string[];

            /** Commit acceptances. */
            acceptances: Uint8Array;

            /**
             * Creates a new Commit instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Commit instance
             */
            static create(properties: hushmark.v1.Commit.$Shape): hushmark.v1.Commit & hushmark.v1.Commit.$Shape;
            static create(properties?: hushmark.v1.Commit.$Properties): hushmark.v1.Commit;

            /**
             * Encodes the specified Commit message. Does not implicitly {@link hushmark.v1.Commit.verify|verify} messages.
             * @param message Commit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Commit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Commit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Commit & hushmark.v1.Commit.$Shape} Commit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Commit & hushmark.v1.Commit.$Shape;

            /**
             * Creates a Commit message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Commit
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Commit;

            /**
             * Creates a plain object from a Commit message. Also converts values to other types if specified.
             * @param message Commit
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Commit, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Commit to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Commit
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Commit {

            /** Properties of a Commit. */
            interface $Properties {

                /** Commit round */
                round?: (Uint8Array|null);

                /** Commit roster */
                roster?: (string[]|null);

                /** Commit acceptances */
                acceptances?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Commit. */
            type $Shape = hushmark.v1.Commit.$Properties;
        }

        /**
         * Properties of an Abort.
         * @deprecated Use hushmark.v1.Abort.$Properties instead.
         */
        interface IAbort extends hushmark.v1.Abort.$Properties {
        }

        /** Represents an Abort. */
        class Abort {

            /**
             * Constructs a new Abort.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Abort.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Abort round. */
            round: Uint8Array;

            /** Abort code. */
            code: string;

            /** Abort reason. */
            reason: string;

            /**
             * Creates a new Abort instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Abort instance
             */
            static create(properties: hushmark.v1.Abort.$Shape): hushmark.v1.Abort & hushmark.v1.Abort.$Shape;
            static create(properties?: hushmark.v1.Abort.$Properties): hushmark.v1.Abort;

            /**
             * Encodes the specified Abort message. Does not implicitly {@link hushmark.v1.Abort.verify|verify} messages.
             * @param message Abort message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Abort.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Abort message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Abort & hushmark.v1.Abort.$Shape} Abort
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Abort & hushmark.v1.Abort.$Shape;

            /**
             * Creates an Abort message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Abort
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Abort;

            /**
             * Creates a plain object from an Abort message. Also converts values to other types if specified.
             * @param message Abort
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Abort, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Abort to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Abort
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Abort {

            /** Properties of an Abort. */
            interface $Properties {

                /** Abort round */
                round?: (Uint8Array|null);

                /** Abort code */
                code?: (string|null);

                /** Abort reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Abort. */
            type $Shape = hushmark.v1.Abort.$Properties;
        }

        /**
         * Properties of a Keys.
         * @deprecated Use hushmark.v1.Keys.$Properties instead.
         */
        interface IKeys extends hushmark.v1.Keys.$Properties {
        }

        /** Represents a Keys. */
        class Keys {

            /**
             * Constructs a new Keys.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Keys.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Keys round. */
            round: Uint8Array;

            /** Keys sums. */
            sums: hushmark.v1.SumKeys.$Properties[];

            /**
             * Creates a new Keys instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Keys instance
             */
            static create(properties: hushmark.v1.Keys.$Shape): hushmark.v1.Keys & hushmark.v1.Keys.$Shape;
            static create(properties?: hushmark.v1.Keys.$Properties): hushmark.v1.Keys;

            /**
             * Encodes the specified Keys message. Does not implicitly {@link hushmark.v1.Keys.verify|verify} messages.
             * @param message Keys message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Keys.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Keys message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Keys & hushmark.v1.Keys.$Shape} Keys
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Keys & hushmark.v1.Keys.$Shape;

            /**
             * Creates a Keys message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Keys
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Keys;

            /**
             * Creates a plain object from a Keys message. Also converts values to other types if specified.
             * @param message Keys
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Keys, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Keys to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Keys
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Keys {

            /** Properties of a Keys. */
            interface $Properties {

                /** Keys round */
                round?: (Uint8Array|null);

                /** Keys sums */
                sums?: (hushmark.v1.SumKeys.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Keys. */
            type $Shape = hushmark.v1.Keys.$Properties;
        }

        /**
         * Properties of a SumKeys.
         * @deprecated Use hushmark.v1.SumKeys.$Properties instead.
         */
        interface ISumKeys extends hushmark.v1.SumKeys.$Properties {
        }

        /** Represents a SumKeys. */
        class SumKeys {

            /**
             * Constructs a new SumKeys.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.SumKeys.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SumKeys sum. */
            sum: string;

            /** SumKeys maskPublic. */
            maskPublic: Uint8Array;

            /** SumKeys sealPublic. */
            sealPublic: Uint8Array;

            /**
             * Creates a new SumKeys instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SumKeys instance
             */
            static create(properties: hushmark.v1.SumKeys.$Shape): hushmark.v1.SumKeys & hushmark.v1.SumKeys.$Shape;
            static create(properties?: hushmark.v1.SumKeys.$Properties): hushmark.v1.SumKeys;

            /**
             * Encodes the specified SumKeys message. Does not implicitly {@link hushmark.v1.SumKeys.verify|verify} messages.
             * @param message SumKeys message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.SumKeys.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SumKeys message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.SumKeys & hushmark.v1.SumKeys.$Shape} SumKeys
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.SumKeys & hushmark.v1.SumKeys.$Shape;

            /**
             * Creates a SumKeys message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SumKeys
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.SumKeys;

            /**
             * Creates a plain object from a SumKeys message. Also converts values to other types if specified.
             * @param message SumKeys
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.SumKeys, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SumKeys to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SumKeys
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SumKeys {

            /** Properties of a SumKeys. */
            interface $Properties {

                /** SumKeys sum */
                sum?: (string|null);

                /** SumKeys maskPublic */
                maskPublic?: (Uint8Array|null);

                /** SumKeys sealPublic */
                sealPublic?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SumKeys. */
            type $Shape = hushmark.v1.SumKeys.$Properties;
        }

        /**
         * Properties of a Deal.
         * @deprecated Use hushmark.v1.Deal.$Properties instead.
         */
        interface IDeal extends hushmark.v1.Deal.$Properties {
        }

        /** Represents a Deal. */
        class Deal {

            /**
             * Constructs a new Deal.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Deal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Deal round. */
            round: Uint8Array;

            /** Deal sums. */
            sums: hushmark.v1.SumDeal.$Properties[];

            /**
             * Creates a new Deal instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Deal instance
             */
            static create(properties: hushmark.v1.Deal.$Shape): hushmark.v1.Deal & hushmark.v1.Deal.$Shape;
            static create(properties?: hushmark.v1.Deal.$Properties): hushmark.v1.Deal;

            /**
             * Encodes the specified Deal message. Does not implicitly {@link hushmark.v1.Deal.verify|verify} messages.
             * @param message Deal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Deal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Deal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Deal & hushmark.v1.Deal.$Shape} Deal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Deal & hushmark.v1.Deal.$Shape;

            /**
             * Creates a Deal message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Deal
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Deal;

            /**
             * Creates a plain object from a Deal message. Also converts values to other types if specified.
             * @param message Deal
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Deal, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Deal to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Deal
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Deal {

            /** Properties of a Deal. */
            interface $Properties {

                /** Deal round */
                round?: (Uint8Array|null);

                /** Deal sums */
                sums?: (hushmark.v1.SumDeal.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Deal. */
            type $Shape = hushmark.v1.Deal.$Properties;
        }

        /**
         * Properties of a SumDeal.
         * @deprecated Use hushmark.v1.SumDeal.$Properties instead.
         */
        interface ISumDeal extends hushmark.v1.SumDeal.$Properties {
        }

        /** Represents a SumDeal. */
        class SumDeal {

            /**
             * Constructs a new SumDeal.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.SumDeal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SumDeal sum. */
            sum: string;

            /** SumDeal selfHash. */
            selfHash: Uint8Array;

            /** SumDeal pairHashes. */
            pairHashes: Uint8Array[];

            /** SumDeal selfShareHashes. */
            selfShareHashes: Uint8Array[];

            /** SumDeal sigmaShareHashes. */
            sigmaShareHashes: Uint8Array[];

            /**
             * Creates a new SumDeal instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SumDeal instance
             */
            static create(properties: hushmark.v1.SumDeal.$Shape): hushmark.v1.SumDeal & hushmark.v1.SumDeal.$Shape;
            static create(properties?: hushmark.v1.SumDeal.$Properties): hushmark.v1.SumDeal;

            /**
             * Encodes the specified SumDeal message. Does not implicitly {@link hushmark.v1.SumDeal.verify|verify} messages.
             * @param message SumDeal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.SumDeal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SumDeal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.SumDeal & hushmark.v1.SumDeal.$Shape} SumDeal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.SumDeal & hushmark.v1.SumDeal.$Shape;

            /**
             * Creates a SumDeal message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SumDeal
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.SumDeal;

            /**
             * Creates a plain object from a SumDeal message. Also converts values to other types if specified.
             * @param message SumDeal
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.SumDeal, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SumDeal to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SumDeal
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SumDeal {

            /** Properties of a SumDeal. */
            interface $Properties {

                /** SumDeal sum */
                sum?: (string|null);

                /** SumDeal selfHash */
                selfHash?: (Uint8Array|null);

                /** SumDeal pairHashes */
                pairHashes?: (Uint8Array[]|null);

                /** SumDeal selfShareHashes */
                selfShareHashes?: (Uint8Array[]|null);

                /** SumDeal sigmaShareHashes */
                sigmaShareHashes?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SumDeal. */
            type $Shape = hushmark.v1.SumDeal.$Properties;
        }

        /**
         * Properties of a Shares.
         * @deprecated Use hushmark.v1.Shares.$Properties instead.
         */
        interface IShares extends hushmark.v1.Shares.$Properties {
        }

        /** Represents a Shares. */
        class Shares {

            /**
             * Constructs a new Shares.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Shares.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Shares round. */
            round: Uint8Array;

            /** Shares holder. */
            holder: string;

            /** Shares sums. */
            sums: hushmark.v1.SumShares.$Properties[];

            /**
             * Creates a new Shares instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Shares instance
             */
            static create(properties: hushmark.v1.Shares.$Shape): hushmark.v1.Shares & hushmark.v1.Shares.$Shape;
            static create(properties?: hushmark.v1.Shares.$Properties): hushmark.v1.Shares;

            /**
             * Encodes the specified Shares message. Does not implicitly {@link hushmark.v1.Shares.verify|verify} messages.
             * @param message Shares message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Shares.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Shares message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Shares & hushmark.v1.Shares.$Shape} Shares
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Shares & hushmark.v1.Shares.$Shape;

            /**
             * Creates a Shares message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Shares
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Shares;

            /**
             * Creates a plain object from a Shares message. Also converts values to other types if specified.
             * @param message Shares
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Shares, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Shares to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Shares
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Shares {

            /** Properties of a Shares. */
            interface $Properties {

                /** Shares round */
                round?: (Uint8Array|null);

                /** Shares holder */
                holder?: (string|null);

                /** Shares sums */
                sums?: (hushmark.v1.SumShares.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Shares. */
            type $Shape = hushmark.v1.Shares.$Properties;
        }

        /**
         * Properties of a SumShares.
         * @deprecated Use hushmark.v1.SumShares.$Properties instead.
         */
        interface ISumShares extends hushmark.v1.SumShares.$Properties {
        }

        /** Represents a SumShares. */
        class SumShares {

            /**
             * Constructs a new SumShares.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.SumShares.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SumShares sum. */
            sum: string;

            /** SumShares sealed. */
            sealed: Uint8Array;

            /**
             * Creates a new SumShares instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SumShares instance
             */
            static create(properties: hushmark.v1.SumShares.$Shape): hushmark.v1.SumShares & hushmark.v1.SumShares.$Shape;
            static create(properties?: hushmark.v1.SumShares.$Properties): hushmark.v1.SumShares;

            /**
             * Encodes the specified SumShares message. Does not implicitly {@link hushmark.v1.SumShares.verify|verify} messages.
             * @param message SumShares message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.SumShares.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SumShares message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.SumShares & hushmark.v1.SumShares.$Shape} SumShares
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.SumShares & hushmark.v1.SumShares.$Shape;

            /**
             * Creates a SumShares message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SumShares
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.SumShares;

            /**
             * Creates a plain object from a SumShares message. Also converts values to other types if specified.
             * @param message SumShares
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.SumShares, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SumShares to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SumShares
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SumShares {

            /** Properties of a SumShares. */
            interface $Properties {

                /** SumShares sum */
                sum?: (string|null);

                /** SumShares sealed */
                sealed?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SumShares. */
            type $Shape = hushmark.v1.SumShares.$Properties;
        }

        /**
         * Properties of a Ready.
         * @deprecated Use hushmark.v1.Ready.$Properties instead.
         */
        interface IReady extends hushmark.v1.Ready.$Properties {
        }

        /** Represents a Ready. */
        class Ready {

            /**
             * Constructs a new Ready.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Ready.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Ready round. */
            round: Uint8Array;

            /** Ready setupDigest. */
            setupDigest: Uint8Array;

            /** Ready clockBoundUs. */
            clockBoundUs: number;

            /**
             * Creates a new Ready instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Ready instance
             */
            static create(properties: hushmark.v1.Ready.$Shape): hushmark.v1.Ready & hushmark.v1.Ready.$Shape;
            static create(properties?: hushmark.v1.Ready.$Properties): hushmark.v1.Ready;

            /**
             * Encodes the specified Ready message. Does not implicitly {@link hushmark.v1.Ready.verify|verify} messages.
             * @param message Ready message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Ready.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Ready message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Ready & hushmark.v1.Ready.$Shape} Ready
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Ready & hushmark.v1.Ready.$Shape;

            /**
             * Creates a Ready message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Ready
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Ready;

            /**
             * Creates a plain object from a Ready message. Also converts values to other types if specified.
             * @param message Ready
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Ready, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Ready to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Ready
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Ready {

            /** Properties of a Ready. */
            interface $Properties {

                /** Ready round */
                round?: (Uint8Array|null);

                /** Ready setupDigest */
                setupDigest?: (Uint8Array|null);

                /** Ready clockBoundUs */
                clockBoundUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Ready. */
            type $Shape = hushmark.v1.Ready.$Properties;
        }

        /**
         * Properties of a Contribution.
         * @deprecated Use hushmark.v1.Contribution.$Properties instead.
         */
        interface IContribution extends hushmark.v1.Contribution.$Properties {
        }

        /** Represents a Contribution. */
        class Contribution {

            /**
             * Constructs a new Contribution.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Contribution.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Contribution round. */
            round: Uint8Array;

            /** Contribution sum. */
            sum: string;

            /** Contribution context. */
            context: Uint8Array;

            /** Contribution lanes. */
            lanes: Uint8Array;

            /** Contribution clockBoundUs. */
            clockBoundUs: number;

            /**
             * Creates a new Contribution instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Contribution instance
             */
            static create(properties: hushmark.v1.Contribution.$Shape): hushmark.v1.Contribution & hushmark.v1.Contribution.$Shape;
            static create(properties?: hushmark.v1.Contribution.$Properties): hushmark.v1.Contribution;

            /**
             * Encodes the specified Contribution message. Does not implicitly {@link hushmark.v1.Contribution.verify|verify} messages.
             * @param message Contribution message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Contribution.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Contribution message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Contribution & hushmark.v1.Contribution.$Shape} Contribution
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Contribution & hushmark.v1.Contribution.$Shape;

            /**
             * Creates a Contribution message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Contribution
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Contribution;

            /**
             * Creates a plain object from a Contribution message. Also converts values to other types if specified.
             * @param message Contribution
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Contribution, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Contribution to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Contribution
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Contribution {

            /** Properties of a Contribution. */
            interface $Properties {

                /** Contribution round */
                round?: (Uint8Array|null);

                /** Contribution sum */
                sum?: (string|null);

                /** Contribution context */
                context?: (Uint8Array|null);

                /** Contribution lanes */
                lanes?: (Uint8Array|null);

                /** Contribution clockBoundUs */
                clockBoundUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Contribution. */
            type $Shape = hushmark.v1.Contribution.$Properties;
        }

        /**
         * Properties of a Candidate.
         * @deprecated Use hushmark.v1.Candidate.$Properties instead.
         */
        interface ICandidate extends hushmark.v1.Candidate.$Properties {
        }

        /** Represents a Candidate. */
        class Candidate {

            /**
             * Constructs a new Candidate.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Candidate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Candidate round. */
            round: Uint8Array;

            /** Candidate sum. */
            sum: string;

            /** Candidate context. */
            context: Uint8Array;

            /** Candidate view. */
            view: number;

            /** Candidate set. */
            set: hushmark.v1.Member.$Properties[];

            /** Candidate carried. */
            carried: Uint8Array[];

            /**
             * Creates a new Candidate instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Candidate instance
             */
            static create(properties: hushmark.v1.Candidate.$Shape): hushmark.v1.Candidate & hushmark.v1.Candidate.$Shape;
            static create(properties?: hushmark.v1.Candidate.$Properties): hushmark.v1.Candidate;

            /**
             * Encodes the specified Candidate message. Does not implicitly {@link hushmark.v1.Candidate.verify|verify} messages.
             * @param message Candidate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Candidate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Candidate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Candidate & hushmark.v1.Candidate.$Shape} Candidate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Candidate & hushmark.v1.Candidate.$Shape;

            /**
             * Creates a Candidate message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Candidate
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Candidate;

            /**
             * Creates a plain object from a Candidate message. Also converts values to other types if specified.
             * @param message Candidate
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Candidate, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Candidate to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Candidate
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Candidate {

            /** Properties of a Candidate. */
            interface $Properties {

                /** Candidate round */
                round?: (Uint8Array|null);

                /** Candidate sum */
                sum?: (string|null);

                /** Candidate context */
                context?: (Uint8Array|null);

                /** Candidate view */
                view?: (number|null);

                /** Candidate set */
                set?: (hushmark.v1.Member.$Properties[]|null);

                /** Candidate carried */
                carried?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Candidate. */
            type $Shape = hushmark.v1.Candidate.$Properties;
        }

        /**
         * Properties of a Member.
         * @deprecated Use hushmark.v1.Member.$Properties instead.
         */
        interface IMember extends hushmark.v1.Member.$Properties {
        }

        /** Represents a Member. */
        class Member {

            /**
             * Constructs a new Member.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Member.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Member org. */
            org: string;

            /** Member contribution. */
            contribution: Uint8Array;

            /**
             * Creates a new Member instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Member instance
             */
            static create(properties: hushmark.v1.Member.$Shape): hushmark.v1.Member & hushmark.v1.Member.$Shape;
            static create(properties?: hushmark.v1.Member.$Properties): hushmark.v1.Member;

            /**
             * Encodes the specified Member message. Does not implicitly {@link hushmark.v1.Member.verify|verify} messages.
             * @param message Member message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Member.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Member message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Member & hushmark.v1.Member.$Shape} Member
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Member & hushmark.v1.Member.$Shape;

            /**
             * Creates a Member message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Member
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Member;

            /**
             * Creates a plain object from a Member message. Also converts values to other types if specified.
             * @param message Member
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Member, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Member to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Member
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Member {

            /** Properties of a Member. */
            interface $Properties {

                /** Member org */
                org?: (string|null);

                /** Member contribution */
                contribution?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Member. */
            type $Shape = hushmark.v1.Member.$Properties;
        }

        /**
         * Properties of a Prevote.
         * @deprecated Use hushmark.v1.Prevote.$Properties instead.
         */
        interface IPrevote extends hushmark.v1.Prevote.$Properties {
        }

        /** Represents a Prevote. */
        class Prevote {

            /**
             * Constructs a new Prevote.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Prevote.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Prevote round. */
            round: Uint8Array;

            /** Prevote sum. */
            sum: string;

            /** Prevote context. */
            context: Uint8Array;

            /** Prevote view. */
            view: number;

            /** Prevote set. */
            set: Uint8Array;

            /**
             * Creates a new Prevote instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Prevote instance
             */
            static create(properties: hushmark.v1.Prevote.$Shape): hushmark.v1.Prevote & hushmark.v1.Prevote.$Shape;
            static create(properties?: hushmark.v1.Prevote.$Properties): hushmark.v1.Prevote;

            /**
             * Encodes the specified Prevote message. Does not implicitly {@link hushmark.v1.Prevote.verify|verify} messages.
             * @param message Prevote message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Prevote.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Prevote message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Prevote & hushmark.v1.Prevote.$Shape} Prevote
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Prevote & hushmark.v1.Prevote.$Shape;

            /**
             * Creates a Prevote message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Prevote
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Prevote;

            /**
             * Creates a plain object from a Prevote message. Also converts values to other types if specified.
             * @param message Prevote
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Prevote, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Prevote to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Prevote
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Prevote {

            /** Properties of a Prevote. */
            interface $Properties {

                /** Prevote round */
                round?: (Uint8Array|null);

                /** Prevote sum */
                sum?: (string|null);

                /** Prevote context */
                context?: (Uint8Array|null);

                /** Prevote view */
                view?: (number|null);

                /** Prevote set */
                set?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Prevote. */
            type $Shape = hushmark.v1.Prevote.$Properties;
        }

        /**
         * Properties of a Precommit.
         * @deprecated Use hushmark.v1.Precommit.$Properties instead.
         */
        interface IPrecommit extends hushmark.v1.Precommit.$Properties {
        }

        /** Represents a Precommit. */
        class Precommit {

            /**
             * Constructs a new Precommit.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Precommit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Precommit round. */
            round: Uint8Array;

            /** Precommit sum. */
            sum: string;

            /** Precommit context. */
            context: Uint8Array;

            /** Precommit view. */
            view: number;

            /** Precommit set. */
            set: Uint8Array;

            /**
             * Creates a new Precommit instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Precommit instance
             */
            static create(properties: hushmark.v1.Precommit.$Shape): hushmark.v1.Precommit & hushmark.v1.Precommit.$Shape;
            static create(properties?: hushmark.v1.Precommit.$Properties): hushmark.v1.Precommit;

            /**
             * Encodes the specified Precommit message. Does not implicitly {@link hushmark.v1.Precommit.verify|verify} messages.
             * @param message Precommit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Precommit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Precommit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Precommit & hushmark.v1.Precommit.$Shape} Precommit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Precommit & hushmark.v1.Precommit.$Shape;

            /**
             * Creates a Precommit message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Precommit
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Precommit;

            /**
             * Creates a plain object from a Precommit message. Also converts values to other types if specified.
             * @param message Precommit
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Precommit, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Precommit to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Precommit
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Precommit {

            /** Properties of a Precommit. */
            interface $Properties {

                /** Precommit round */
                round?: (Uint8Array|null);

                /** Precommit sum */
                sum?: (string|null);

                /** Precommit context */
                context?: (Uint8Array|null);

                /** Precommit view */
                view?: (number|null);

                /** Precommit set */
                set?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Precommit. */
            type $Shape = hushmark.v1.Precommit.$Properties;
        }

        /**
         * Properties of a Reveal.
         * @deprecated Use hushmark.v1.Reveal.$Properties instead.
         */
        interface IReveal extends hushmark.v1.Reveal.$Properties {
        }

        /** Represents a Reveal. */
        class Reveal {

            /**
             * Constructs a new Reveal.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Reveal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Reveal round. */
            round: Uint8Array;

            /** Reveal sum. */
            sum: string;

            /** Reveal context. */
            context: Uint8Array;

            /** Reveal set. */
            set: Uint8Array;

            /** Reveal selfSeed. */
            selfSeed: Uint8Array;

            /** Reveal pairs. */
            pairs: hushmark.v1.PairReveal.$Properties[];

            /**
             * Creates a new Reveal instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Reveal instance
             */
            static create(properties: hushmark.v1.Reveal.$Shape): hushmark.v1.Reveal & hushmark.v1.Reveal.$Shape;
            static create(properties?: hushmark.v1.Reveal.$Properties): hushmark.v1.Reveal;

            /**
             * Encodes the specified Reveal message. Does not implicitly {@link hushmark.v1.Reveal.verify|verify} messages.
             * @param message Reveal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Reveal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Reveal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Reveal & hushmark.v1.Reveal.$Shape} Reveal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Reveal & hushmark.v1.Reveal.$Shape;

            /**
             * Creates a Reveal message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Reveal
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Reveal;

            /**
             * Creates a plain object from a Reveal message. Also converts values to other types if specified.
             * @param message Reveal
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Reveal, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Reveal to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Reveal
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Reveal {

            /** Properties of a Reveal. */
            interface $Properties {

                /** Reveal round */
                round?: (Uint8Array|null);

                /** Reveal sum */
                sum?: (string|null);

                /** Reveal context */
                context?: (Uint8Array|null);

                /** Reveal set */
                set?: (Uint8Array|null);

                /** Reveal selfSeed */
                selfSeed?: (Uint8Array|null);

                /** Reveal pairs */
                pairs?: (hushmark.v1.PairReveal.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Reveal. */
            type $Shape = hushmark.v1.Reveal.$Properties;
        }

        /**
         * Properties of a PairReveal.
         * @deprecated Use hushmark.v1.PairReveal.$Properties instead.
         */
        interface IPairReveal extends hushmark.v1.PairReveal.$Properties {
        }

        /** Represents a PairReveal. */
        class PairReveal {

            /**
             * Constructs a new PairReveal.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.PairReveal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PairReveal org. */
            org: string;

            /** PairReveal seed. */
            seed: Uint8Array;

            /**
             * Creates a new PairReveal instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PairReveal instance
             */
            static create(properties: hushmark.v1.PairReveal.$Shape): hushmark.v1.PairReveal & hushmark.v1.PairReveal.$Shape;
            static create(properties?: hushmark.v1.PairReveal.$Properties): hushmark.v1.PairReveal;

            /**
             * Encodes the specified PairReveal message. Does not implicitly {@link hushmark.v1.PairReveal.verify|verify} messages.
             * @param message PairReveal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.PairReveal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PairReveal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.PairReveal & hushmark.v1.PairReveal.$Shape} PairReveal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.PairReveal & hushmark.v1.PairReveal.$Shape;

            /**
             * Creates a PairReveal message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PairReveal
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.PairReveal;

            /**
             * Creates a plain object from a PairReveal message. Also converts values to other types if specified.
             * @param message PairReveal
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.PairReveal, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PairReveal to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PairReveal
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PairReveal {

            /** Properties of a PairReveal. */
            interface $Properties {

                /** PairReveal org */
                org?: (string|null);

                /** PairReveal seed */
                seed?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PairReveal. */
            type $Shape = hushmark.v1.PairReveal.$Properties;
        }

        /**
         * Properties of a ShareReveal.
         * @deprecated Use hushmark.v1.ShareReveal.$Properties instead.
         */
        interface IShareReveal extends hushmark.v1.ShareReveal.$Properties {
        }

        /** Represents a ShareReveal. */
        class ShareReveal {

            /**
             * Constructs a new ShareReveal.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.ShareReveal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ShareReveal round. */
            round: Uint8Array;

            /** ShareReveal sum. */
            sum: string;

            /** ShareReveal context. */
            context: Uint8Array;

            /** ShareReveal set. */
            set: Uint8Array;

            /** ShareReveal pieces. */
            pieces: hushmark.v1.SharePiece.$Properties[];

            /**
             * Creates a new ShareReveal instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ShareReveal instance
             */
            static create(properties: hushmark.v1.ShareReveal.$Shape): hushmark.v1.ShareReveal & hushmark.v1.ShareReveal.$Shape;
            static create(properties?: hushmark.v1.ShareReveal.$Properties): hushmark.v1.ShareReveal;

            /**
             * Encodes the specified ShareReveal message. Does not implicitly {@link hushmark.v1.ShareReveal.verify|verify} messages.
             * @param message ShareReveal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.ShareReveal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ShareReveal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.ShareReveal & hushmark.v1.ShareReveal.$Shape} ShareReveal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.ShareReveal & hushmark.v1.ShareReveal.$Shape;

            /**
             * Creates a ShareReveal message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ShareReveal
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.ShareReveal;

            /**
             * Creates a plain object from a ShareReveal message. Also converts values to other types if specified.
             * @param message ShareReveal
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.ShareReveal, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ShareReveal to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ShareReveal
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ShareReveal {

            /** Properties of a ShareReveal. */
            interface $Properties {

                /** ShareReveal round */
                round?: (Uint8Array|null);

                /** ShareReveal sum */
                sum?: (string|null);

                /** ShareReveal context */
                context?: (Uint8Array|null);

                /** ShareReveal set */
                set?: (Uint8Array|null);

                /** ShareReveal pieces */
                pieces?: (hushmark.v1.SharePiece.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ShareReveal. */
            type $Shape = hushmark.v1.ShareReveal.$Properties;
        }

        /**
         * Properties of a SharePiece.
         * @deprecated Use hushmark.v1.SharePiece.$Properties instead.
         */
        interface ISharePiece extends hushmark.v1.SharePiece.$Properties {
        }

        /** Represents a SharePiece. */
        class SharePiece {

            /**
             * Constructs a new SharePiece.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.SharePiece.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SharePiece dealer. */
            dealer: string;

            /** SharePiece kind. */
            kind: number;

            /** SharePiece share. */
            share: Uint8Array;

            /**
             * Creates a new SharePiece instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SharePiece instance
             */
            static create(properties: hushmark.v1.SharePiece.$Shape): hushmark.v1.SharePiece & hushmark.v1.SharePiece.$Shape;
            static create(properties?: hushmark.v1.SharePiece.$Properties): hushmark.v1.SharePiece;

            /**
             * Encodes the specified SharePiece message. Does not implicitly {@link hushmark.v1.SharePiece.verify|verify} messages.
             * @param message SharePiece message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.SharePiece.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SharePiece message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.SharePiece & hushmark.v1.SharePiece.$Shape} SharePiece
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.SharePiece & hushmark.v1.SharePiece.$Shape;

            /**
             * Creates a SharePiece message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SharePiece
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.SharePiece;

            /**
             * Creates a plain object from a SharePiece message. Also converts values to other types if specified.
             * @param message SharePiece
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.SharePiece, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SharePiece to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SharePiece
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SharePiece {

            /** Properties of a SharePiece. */
            interface $Properties {

                /** SharePiece dealer */
                dealer?: (string|null);

                /** SharePiece kind */
                kind?: (number|null);

                /** SharePiece share */
                share?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SharePiece. */
            type $Shape = hushmark.v1.SharePiece.$Properties;
        }

        /**
         * Properties of a Result.
         * @deprecated Use hushmark.v1.Result.$Properties instead.
         */
        interface IResult extends hushmark.v1.Result.$Properties {
        }

        /** Represents a Result. */
        class Result {

            /**
             * Constructs a new Result.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Result.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Result round. */
            round: Uint8Array;

            /** Result sum. */
            sum: string;

            /** Result context. */
            context: Uint8Array;

            /** Result set. */
            set: Uint8Array;

            /** Result lanesDigest. */
            lanesDigest: Uint8Array;

            /** Result reportDigest. */
            reportDigest: Uint8Array;

            /**
             * Creates a new Result instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Result instance
             */
            static create(properties: hushmark.v1.Result.$Shape): hushmark.v1.Result & hushmark.v1.Result.$Shape;
            static create(properties?: hushmark.v1.Result.$Properties): hushmark.v1.Result;

            /**
             * Encodes the specified Result message. Does not implicitly {@link hushmark.v1.Result.verify|verify} messages.
             * @param message Result message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Result.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Result message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Result & hushmark.v1.Result.$Shape} Result
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Result & hushmark.v1.Result.$Shape;

            /**
             * Creates a Result message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Result
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Result;

            /**
             * Creates a plain object from a Result message. Also converts values to other types if specified.
             * @param message Result
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Result, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Result to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Result
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Result {

            /** Properties of a Result. */
            interface $Properties {

                /** Result round */
                round?: (Uint8Array|null);

                /** Result sum */
                sum?: (string|null);

                /** Result context */
                context?: (Uint8Array|null);

                /** Result set */
                set?: (Uint8Array|null);

                /** Result lanesDigest */
                lanesDigest?: (Uint8Array|null);

                /** Result reportDigest */
                reportDigest?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Result. */
            type $Shape = hushmark.v1.Result.$Properties;
        }

        /**
         * Properties of a Certificate.
         * @deprecated Use hushmark.v1.Certificate.$Properties instead.
         */
        interface ICertificate extends hushmark.v1.Certificate.$Properties {
        }

        /** Represents a Certificate. */
        class Certificate {

            /**
             * Constructs a new Certificate.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Certificate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Certificate candidate. */
            candidate: Uint8Array;

            /** Certificate precommits. */
            precommits: Uint8Array[];

            /**
             * Creates a new Certificate instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Certificate instance
             */
            static create(properties: hushmark.v1.Certificate.$Shape): hushmark.v1.Certificate & hushmark.v1.Certificate.$Shape;
            static create(properties?: hushmark.v1.Certificate.$Properties): hushmark.v1.Certificate;

            /**
             * Encodes the specified Certificate message. Does not implicitly {@link hushmark.v1.Certificate.verify|verify} messages.
             * @param message Certificate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Certificate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Certificate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Certificate & hushmark.v1.Certificate.$Shape} Certificate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Certificate & hushmark.v1.Certificate.$Shape;

            /**
             * Creates a Certificate message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Certificate
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Certificate;

            /**
             * Creates a plain object from a Certificate message. Also converts values to other types if specified.
             * @param message Certificate
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Certificate, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Certificate to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Certificate
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Certificate {

            /** Properties of a Certificate. */
            interface $Properties {

                /** Certificate candidate */
                candidate?: (Uint8Array|null);

                /** Certificate precommits */
                precommits?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Certificate. */
            type $Shape = hushmark.v1.Certificate.$Properties;
        }

        /**
         * Properties of a Bundle.
         * @deprecated Use hushmark.v1.Bundle.$Properties instead.
         */
        interface IBundle extends hushmark.v1.Bundle.$Properties {
        }

        /** Represents a Bundle. */
        class Bundle {

            /**
             * Constructs a new Bundle.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Bundle.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Bundle version. */
            version: number;

            /** Bundle manifest. */
            manifest: Uint8Array;

            /** Bundle envelopes. */
            envelopes: Uint8Array[];

            /** Bundle keys. */
            keys: hushmark.v1.KeysDigest.$Properties[];

            /** Bundle report. */
            report: Uint8Array;

            /** Bundle recovered. */
            recovered: hushmark.v1.Recovered.$Properties[];

            /**
             * Creates a new Bundle instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Bundle instance
             */
            static create(properties: hushmark.v1.Bundle.$Shape): hushmark.v1.Bundle & hushmark.v1.Bundle.$Shape;
            static create(properties?: hushmark.v1.Bundle.$Properties): hushmark.v1.Bundle;

            /**
             * Encodes the specified Bundle message. Does not implicitly {@link hushmark.v1.Bundle.verify|verify} messages.
             * @param message Bundle message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Bundle.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Bundle message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Bundle & hushmark.v1.Bundle.$Shape} Bundle
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Bundle & hushmark.v1.Bundle.$Shape;

            /**
             * Creates a Bundle message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Bundle
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Bundle;

            /**
             * Creates a plain object from a Bundle message. Also converts values to other types if specified.
             * @param message Bundle
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Bundle, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Bundle to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Bundle
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Bundle {

            /** Properties of a Bundle. */
            interface $Properties {

                /** Bundle version */
                version?: (number|null);

                /** Bundle manifest */
                manifest?: (Uint8Array|null);

                /** Bundle envelopes */
                envelopes?: (Uint8Array[]|null);

                /** Bundle keys */
                keys?: (hushmark.v1.KeysDigest.$Properties[]|null);

                /** Bundle report */
                report?: (Uint8Array|null);

                /** Bundle recovered */
                recovered?: (hushmark.v1.Recovered.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Bundle. */
            type $Shape = hushmark.v1.Bundle.$Properties;
        }

        /**
         * Properties of a Recovered.
         * @deprecated Use hushmark.v1.Recovered.$Properties instead.
         */
        interface IRecovered extends hushmark.v1.Recovered.$Properties {
        }

        /** Represents a Recovered. */
        class Recovered {

            /**
             * Constructs a new Recovered.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Recovered.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Recovered sum. */
            sum: string;

            /** Recovered selves. */
            selves: hushmark.v1.SelfSeed.$Properties[];

            /** Recovered pairs. */
            pairs: hushmark.v1.PairSeed.$Properties[];

            /**
             * Creates a new Recovered instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Recovered instance
             */
            static create(properties: hushmark.v1.Recovered.$Shape): hushmark.v1.Recovered & hushmark.v1.Recovered.$Shape;
            static create(properties?: hushmark.v1.Recovered.$Properties): hushmark.v1.Recovered;

            /**
             * Encodes the specified Recovered message. Does not implicitly {@link hushmark.v1.Recovered.verify|verify} messages.
             * @param message Recovered message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Recovered.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Recovered message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Recovered & hushmark.v1.Recovered.$Shape} Recovered
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Recovered & hushmark.v1.Recovered.$Shape;

            /**
             * Creates a Recovered message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Recovered
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Recovered;

            /**
             * Creates a plain object from a Recovered message. Also converts values to other types if specified.
             * @param message Recovered
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Recovered, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Recovered to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Recovered
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Recovered {

            /** Properties of a Recovered. */
            interface $Properties {

                /** Recovered sum */
                sum?: (string|null);

                /** Recovered selves */
                selves?: (hushmark.v1.SelfSeed.$Properties[]|null);

                /** Recovered pairs */
                pairs?: (hushmark.v1.PairSeed.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Recovered. */
            type $Shape = hushmark.v1.Recovered.$Properties;
        }

        /**
         * Properties of a SelfSeed.
         * @deprecated Use hushmark.v1.SelfSeed.$Properties instead.
         */
        interface ISelfSeed extends hushmark.v1.SelfSeed.$Properties {
        }

        /** Represents a SelfSeed. */
        class SelfSeed {

            /**
             * Constructs a new SelfSeed.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.SelfSeed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SelfSeed org. */
            org: string;

            /** SelfSeed seed. */
            seed: Uint8Array;

            /**
             * Creates a new SelfSeed instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SelfSeed instance
             */
            static create(properties: hushmark.v1.SelfSeed.$Shape): hushmark.v1.SelfSeed & hushmark.v1.SelfSeed.$Shape;
            static create(properties?: hushmark.v1.SelfSeed.$Properties): hushmark.v1.SelfSeed;

            /**
             * Encodes the specified SelfSeed message. Does not implicitly {@link hushmark.v1.SelfSeed.verify|verify} messages.
             * @param message SelfSeed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.SelfSeed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SelfSeed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.SelfSeed & hushmark.v1.SelfSeed.$Shape} SelfSeed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.SelfSeed & hushmark.v1.SelfSeed.$Shape;

            /**
             * Creates a SelfSeed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SelfSeed
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.SelfSeed;

            /**
             * Creates a plain object from a SelfSeed message. Also converts values to other types if specified.
             * @param message SelfSeed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.SelfSeed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SelfSeed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SelfSeed
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SelfSeed {

            /** Properties of a SelfSeed. */
            interface $Properties {

                /** SelfSeed org */
                org?: (string|null);

                /** SelfSeed seed */
                seed?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SelfSeed. */
            type $Shape = hushmark.v1.SelfSeed.$Properties;
        }

        /**
         * Properties of a PairSeed.
         * @deprecated Use hushmark.v1.PairSeed.$Properties instead.
         */
        interface IPairSeed extends hushmark.v1.PairSeed.$Properties {
        }

        /** Represents a PairSeed. */
        class PairSeed {

            /**
             * Constructs a new PairSeed.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.PairSeed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PairSeed member. */
            member: string;

            /** PairSeed outsider. */
            outsider: string;

            /** PairSeed seed. */
            seed: Uint8Array;

            /**
             * Creates a new PairSeed instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PairSeed instance
             */
            static create(properties: hushmark.v1.PairSeed.$Shape): hushmark.v1.PairSeed & hushmark.v1.PairSeed.$Shape;
            static create(properties?: hushmark.v1.PairSeed.$Properties): hushmark.v1.PairSeed;

            /**
             * Encodes the specified PairSeed message. Does not implicitly {@link hushmark.v1.PairSeed.verify|verify} messages.
             * @param message PairSeed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.PairSeed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PairSeed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.PairSeed & hushmark.v1.PairSeed.$Shape} PairSeed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.PairSeed & hushmark.v1.PairSeed.$Shape;

            /**
             * Creates a PairSeed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PairSeed
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.PairSeed;

            /**
             * Creates a plain object from a PairSeed message. Also converts values to other types if specified.
             * @param message PairSeed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.PairSeed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PairSeed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PairSeed
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PairSeed {

            /** Properties of a PairSeed. */
            interface $Properties {

                /** PairSeed member */
                member?: (string|null);

                /** PairSeed outsider */
                outsider?: (string|null);

                /** PairSeed seed */
                seed?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PairSeed. */
            type $Shape = hushmark.v1.PairSeed.$Properties;
        }

        /**
         * Properties of an Evidence.
         * @deprecated Use hushmark.v1.Evidence.$Properties instead.
         */
        interface IEvidence extends hushmark.v1.Evidence.$Properties {
        }

        /** Represents an Evidence. */
        class Evidence {

            /**
             * Constructs a new Evidence.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Evidence.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Evidence version. */
            version: number;

            /** Evidence lie. */
            lie: string;

            /** Evidence org. */
            org: string;

            /** Evidence envelopes. */
            envelopes: Uint8Array[];

            /** Evidence keysIds. */
            keysIds: Uint8Array[];

            /** Evidence dealIds. */
            dealIds: Uint8Array[];

            /**
             * Creates a new Evidence instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Evidence instance
             */
            static create(properties: hushmark.v1.Evidence.$Shape): hushmark.v1.Evidence & hushmark.v1.Evidence.$Shape;
            static create(properties?: hushmark.v1.Evidence.$Properties): hushmark.v1.Evidence;

            /**
             * Encodes the specified Evidence message. Does not implicitly {@link hushmark.v1.Evidence.verify|verify} messages.
             * @param message Evidence message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Evidence.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Evidence message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Evidence & hushmark.v1.Evidence.$Shape} Evidence
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Evidence & hushmark.v1.Evidence.$Shape;

            /**
             * Creates an Evidence message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Evidence
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Evidence;

            /**
             * Creates a plain object from an Evidence message. Also converts values to other types if specified.
             * @param message Evidence
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Evidence, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Evidence to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Evidence
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Evidence {

            /** Properties of an Evidence. */
            interface $Properties {

                /** Evidence version */
                version?: (number|null);

                /** Evidence lie */
                lie?: (string|null);

                /** Evidence org */
                org?: (string|null);

                /** Evidence envelopes */
                envelopes?: (Uint8Array[]|null);

                /** Evidence keysIds */
                keysIds?: (Uint8Array[]|null);

                /** Evidence dealIds */
                dealIds?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Evidence. */
            type $Shape = hushmark.v1.Evidence.$Properties;
        }

        /**
         * Properties of a KeysDigest.
         * @deprecated Use hushmark.v1.KeysDigest.$Properties instead.
         */
        interface IKeysDigest extends hushmark.v1.KeysDigest.$Properties {
        }

        /** Represents a KeysDigest. */
        class KeysDigest {

            /**
             * Constructs a new KeysDigest.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.KeysDigest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KeysDigest org. */
            org: string;

            /** KeysDigest id. */
            id: Uint8Array;

            /**
             * Creates a new KeysDigest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns KeysDigest instance
             */
            static create(properties: hushmark.v1.KeysDigest.$Shape): hushmark.v1.KeysDigest & hushmark.v1.KeysDigest.$Shape;
            static create(properties?: hushmark.v1.KeysDigest.$Properties): hushmark.v1.KeysDigest;

            /**
             * Encodes the specified KeysDigest message. Does not implicitly {@link hushmark.v1.KeysDigest.verify|verify} messages.
             * @param message KeysDigest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.KeysDigest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeysDigest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.KeysDigest & hushmark.v1.KeysDigest.$Shape} KeysDigest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.KeysDigest & hushmark.v1.KeysDigest.$Shape;

            /**
             * Creates a KeysDigest message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns KeysDigest
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.KeysDigest;

            /**
             * Creates a plain object from a KeysDigest message. Also converts values to other types if specified.
             * @param message KeysDigest
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.KeysDigest, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this KeysDigest to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for KeysDigest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace KeysDigest {

            /** Properties of a KeysDigest. */
            interface $Properties {

                /** KeysDigest org */
                org?: (string|null);

                /** KeysDigest id */
                id?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KeysDigest. */
            type $Shape = hushmark.v1.KeysDigest.$Properties;
        }

        /**
         * Properties of a Measurement.
         * @deprecated Use hushmark.v1.Measurement.$Properties instead.
         */
        interface IMeasurement extends hushmark.v1.Measurement.$Properties {
        }

        /** Represents a Measurement. */
        class Measurement {

            /**
             * Constructs a new Measurement.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Measurement.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Measurement round. */
            round: Uint8Array;

            /** Measurement sum. */
            sum: string;

            /** Measurement lanes. */
            lanes: number[];

            /**
             * Creates a new Measurement instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Measurement instance
             */
            static create(properties: hushmark.v1.Measurement.$Shape): hushmark.v1.Measurement & hushmark.v1.Measurement.$Shape;
            static create(properties?: hushmark.v1.Measurement.$Properties): hushmark.v1.Measurement;

            /**
             * Encodes the specified Measurement message. Does not implicitly {@link hushmark.v1.Measurement.verify|verify} messages.
             * @param message Measurement message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Measurement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Measurement message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Measurement & hushmark.v1.Measurement.$Shape} Measurement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Measurement & hushmark.v1.Measurement.$Shape;

            /**
             * Creates a Measurement message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Measurement
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Measurement;

            /**
             * Creates a plain object from a Measurement message. Also converts values to other types if specified.
             * @param message Measurement
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Measurement, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Measurement to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Measurement
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Measurement {

            /** Properties of a Measurement. */
            interface $Properties {

                /** Measurement round */
                round?: (Uint8Array|null);

                /** Measurement sum */
                sum?: (string|null);

                /** Measurement lanes */
                lanes?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Measurement. */
            type $Shape = hushmark.v1.Measurement.$Properties;
        }

        /**
         * Properties of an OpenedShares.
         * @deprecated Use hushmark.v1.OpenedShares.$Properties instead.
         */
        interface IOpenedShares extends hushmark.v1.OpenedShares.$Properties {
        }

        /** Represents an OpenedShares. */
        class OpenedShares {

            /**
             * Constructs a new OpenedShares.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.OpenedShares.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OpenedShares dealer. */
            dealer: string;

            /** OpenedShares selfShare. */
            selfShare: Uint8Array;

            /** OpenedShares sigmaShare. */
            sigmaShare: Uint8Array;

            /**
             * Creates a new OpenedShares instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OpenedShares instance
             */
            static create(properties: hushmark.v1.OpenedShares.$Shape): hushmark.v1.OpenedShares & hushmark.v1.OpenedShares.$Shape;
            static create(properties?: hushmark.v1.OpenedShares.$Properties): hushmark.v1.OpenedShares;

            /**
             * Encodes the specified OpenedShares message. Does not implicitly {@link hushmark.v1.OpenedShares.verify|verify} messages.
             * @param message OpenedShares message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.OpenedShares.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OpenedShares message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.OpenedShares & hushmark.v1.OpenedShares.$Shape} OpenedShares
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.OpenedShares & hushmark.v1.OpenedShares.$Shape;

            /**
             * Creates an OpenedShares message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns OpenedShares
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.OpenedShares;

            /**
             * Creates a plain object from an OpenedShares message. Also converts values to other types if specified.
             * @param message OpenedShares
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.OpenedShares, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this OpenedShares to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for OpenedShares
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace OpenedShares {

            /** Properties of an OpenedShares. */
            interface $Properties {

                /** OpenedShares dealer */
                dealer?: (string|null);

                /** OpenedShares selfShare */
                selfShare?: (Uint8Array|null);

                /** OpenedShares sigmaShare */
                sigmaShare?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OpenedShares. */
            type $Shape = hushmark.v1.OpenedShares.$Properties;
        }

        /**
         * Properties of a Seed.
         * @deprecated Use hushmark.v1.Seed.$Properties instead.
         */
        interface ISeed extends hushmark.v1.Seed.$Properties {
        }

        /** Represents a Seed. */
        class Seed {

            /**
             * Constructs a new Seed.
             * @param [properties] Properties to set
             */
            constructor(properties?: hushmark.v1.Seed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Seed round. */
            round: Uint8Array;

            /** Seed sum. */
            sum: string;

            /** Seed seed. */
            seed: Uint8Array;

            /**
             * Creates a new Seed instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Seed instance
             */
            static create(properties: hushmark.v1.Seed.$Shape): hushmark.v1.Seed & hushmark.v1.Seed.$Shape;
            static create(properties?: hushmark.v1.Seed.$Properties): hushmark.v1.Seed;

            /**
             * Encodes the specified Seed message. Does not implicitly {@link hushmark.v1.Seed.verify|verify} messages.
             * @param message Seed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: hushmark.v1.Seed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Seed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {hushmark.v1.Seed & hushmark.v1.Seed.$Shape} Seed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): hushmark.v1.Seed & hushmark.v1.Seed.$Shape;

            /**
             * Creates a Seed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Seed
             */
            static fromObject(object: { [k: string]: any }): hushmark.v1.Seed;

            /**
             * Creates a plain object from a Seed message. Also converts values to other types if specified.
             * @param message Seed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: hushmark.v1.Seed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Seed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Seed
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Seed {

            /** Properties of a Seed. */
            interface $Properties {

                /** Seed round */
                round?: (Uint8Array|null);

                /** Seed sum */
                sum?: (string|null);

                /** Seed seed */
                seed?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Seed. */
            type $Shape = hushmark.v1.Seed.$Properties;
        }
    }
}
